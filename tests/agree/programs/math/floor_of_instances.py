# __floor__, __ceil__ and __trunc__ serve instances.
import math

class N:
    def __floor__(self):
        return "floor"
    def __ceil__(self):
        return "ceil"
    def __trunc__(self):
        return "trunc"

def main():
    return math.floor(N()), math.ceil(N()), math.trunc(N())
