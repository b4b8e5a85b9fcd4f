# AttributeError of builtin values, functions, classes and modules.
import math

class A:
    def f(self):
        return 0

def attempt(g):
    try:
        return g()
    except AttributeError as e:
        return str(e)

def main():
    a = A()
    return attempt(lambda: (5).zip), attempt(lambda: 2.5.zip), attempt(lambda: "s".zip), attempt(lambda: [].zip), attempt(lambda: ().zip), attempt(lambda: None.zip), attempt(lambda: a.zip), attempt(lambda: A.zip), attempt(lambda: math.zip), attempt(lambda: True.zip), attempt(lambda: range(3).zip)
