# Functions defined in branches.
def make(kind):
    if kind == "square":
        def f(x):
            return x * x
    else:
        def f(x):
            return -x
    return f

def main():
    return make("square")(7), make("other")(7), [make(k)(3) for k in ("square", "negate")]
