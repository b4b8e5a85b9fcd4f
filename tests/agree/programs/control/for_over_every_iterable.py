# for loops over all the iterables of the language.
def collect(iterable):
    out = []
    for x in iterable:
        out.append(x)
    return out

def main():
    return [collect(i) for i in ([1], (2, "b"), "cd", range(3), enumerate("e"), zip("f", [6]), reversed((7, 8)), map(abs, [-9]), filter(None, [0, 1]))]
