# The index of an augmented target is evaluated once.
def pick(counter):
    return len(counter) - 1

def main():
    xs = [1, 2, 3]
    log = "ab"
    xs[pick(log)] += 10
    xs[pick(log + "c")] *= 2
    return xs
