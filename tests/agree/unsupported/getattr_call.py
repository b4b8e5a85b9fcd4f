# Attributes by computed name.
class A:
    x = 5

def main():
    return getattr(A, "x")  # <-- unsupported
