# Numbers as functions.
zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
add = lambda m: lambda n: lambda f: lambda x: m(f)(n(f)(x))
mul = lambda m: lambda n: lambda f: m(n(f))

def to_int(n):
    return n(lambda k: k + 1)(0)

def main():
    two = succ(succ(zero))
    three = succ(two)
    return to_int(add(two)(three)), to_int(mul(three)(mul(two)(three))), three(lambda s: s + "!")("hi")
