# dict() of pairs.
def main():
    d = dict(zip("ab", (1, 2)))  # <-- unsupported
    return d["b"]
