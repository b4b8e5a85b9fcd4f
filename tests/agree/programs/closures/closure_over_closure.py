# Functions that wrap functions that wrap functions.
def logged(f, name):
    return lambda x: name + ":" + str(f(x))

def main():
    f = lambda x: x + 1
    for name in ("a", "b"):
        f = logged(f, name)
    return f(1)
