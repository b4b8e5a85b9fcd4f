# A decorated class.
def same(c):
    return c

def main():
    @same  # <-- unsupported
    class A:  # <-- unsupported
        x = 1
    return A.x
