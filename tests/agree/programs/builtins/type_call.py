# type() of each kind of value, compared with the builtin classes.
class A:
    pass

def main():
    return [type(v) is t for v, t in ((1, int), (1.0, float), ("", str), ((), tuple), ([], list), (True, bool), (True, int), (A(), A), (A, type), (range(1), range))]
