# Two for clauses in a generator expression.
def main():
    return sum(i * j for i in range(5) for j in range(i)), tuple((a, b) for a in "xy" for b in (1, 2) if b > 1 or a == "y"), max(i - j for i in (1, 5) for j in (2, 0))
