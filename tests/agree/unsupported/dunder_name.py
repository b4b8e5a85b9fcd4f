# The names of classes and functions.
class A:
    pass

def main():
    return A.__name__, main.__name__  # <-- unsupported
