# abs and unary minus on special values.
def main():
    inf = float("inf")
    return abs(-1.5), abs(-0.0), abs(-inf), -inf, -(-0.0), +(-0.0), abs(float("-nan"))
