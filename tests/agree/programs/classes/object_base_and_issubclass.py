# Everything derives from object.
class A(object):
    pass

class B(A):
    pass

def main():
    return issubclass(A, object), isinstance(A(), object), isinstance(3, object), issubclass(B, (int, A)), issubclass(A, B), issubclass(A, A)
