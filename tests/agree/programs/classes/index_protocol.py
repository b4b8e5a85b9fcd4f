# __index__ makes an instance usable as an index, in range and in slices.
class Two:
    def __index__(self):
        return 2

def main():
    xs = [10, 11, 12, 13]
    return xs[Two()], xs[Two():], list(range(Two())), "abc"[Two()], (1, 2, 3)[Two()], [0] * Two()
