# Calling a method through the class with too few arguments.
class A:
    def f(self, x):
        return x

def main():
    return A.f(1)
