# str() of every kind of value.
class A:
    def __str__(self):
        return "an A"

def main():
    return str(), str(5), str(-2.50), str(None), str(True), str("s"), str(["s", 1]), str(("s",)), str(A()), str(10**25), str(range(3)), str(range(1, 5, 2))
