# A nan that is computed anew is in no list.
def main():
    inf = float("inf")
    xs = [1.0, inf - inf, 2.0]
    return (inf - inf) in xs, 2.0 in xs
