# A decorator of one's own.
def twice(f):
    return lambda x: f(f(x))

def main():
    @twice  # <-- unsupported
    def add(x):  # <-- unsupported
        return x + 3
    return add(1)
