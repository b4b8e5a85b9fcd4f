# Whether a container holds a nan depends on object identity.
def main():
    inf = float("inf")
    xs = [1.0, inf - inf, 2.0]
    return (inf - inf) in xs, 2.0 in xs  # <-- unsupported
