# Membership of floats that are computed anew.
def main():
    xs = [0.1 * k for k in range(6)]
    return 0.1 * 3 in xs, 0.3 in xs, 0 in xs, -0.0 in xs, float("inf") in xs
