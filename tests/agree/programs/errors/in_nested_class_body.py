# A class body in a class body, decorated, and a comprehension there.
def same(c):
    return c


def main():
    @same
    class A:
        x = 1

        @same
        class B:
            y = [1 // n for n in (2, 0)]

    return A.B.y
