# issubclass of builtin and own classes, with tuples.
class A:
    pass

class B(A):
    pass

def main():
    return issubclass(B, A), issubclass(B, (int, A)), issubclass(A, B), issubclass(bool, (str, int)), issubclass(list, object), issubclass(int, int), issubclass(B, ())
