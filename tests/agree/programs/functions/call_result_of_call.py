# Calls of calls.
def adder(a):
    def add(b):
        def add_more(c):
            return a * 100 + b * 10 + c
        return add_more
    return add

def main():
    return adder(1)(2)(3), adder("x" * 0 and 1 or 7)(8)(9)
