# float() of text: signs, exponents, inf and nan in any case.
def main():
    return [float(s) for s in ("1.5", "  -2e3 ", "+.5", "5.", "1_000.25", "INF", "-infinity", "NaN", "1e400", "1e-400", "0")]
