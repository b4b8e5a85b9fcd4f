# An unknown keyword argument is a TypeError with the qualified name.
def main():
    def local(a):
        return a
    return local(a=1, z=2)
