# A nan in the middle of a long min or max acts as in a sequential loop.
def main():
    nan = float("nan")
    def f(i):
        return nan if i == 20000 else float(30000 - i if i < 25000 else i)
    return min(f(i) for i in range(40000)), max(f(i) for i in range(40000)), min(f(i) for i in range(20000, 30000))
