# A generator expression as the only argument of a call.
def main():
    return sum(x * x for x in range(10)), max(len(w) for w in ("a", "bcd", "ef")), list(c + c for c in "xy"), sorted(-x for x in [3, 1, 2])
