# Infinities absorb finite numbers; their differences are nan.
def main():
    inf = float("inf")
    return inf + 1, inf - inf, inf * 0, -inf * 2, 1 / inf, -1 / inf, inf / 2, inf // 2, inf > 1e308, inf == inf
