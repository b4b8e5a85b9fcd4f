# An error in the body of a local class.
def main():
    xs = []
    class A:
        first = xs[0]
    return A.first
