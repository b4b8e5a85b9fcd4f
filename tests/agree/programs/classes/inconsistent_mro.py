# Bases that can't be linearised are a TypeError.
class A:
    pass

class B(A):
    pass

def main():
    try:
        class C(A, B):
            pass
    except TypeError as e:
        return str(e)
