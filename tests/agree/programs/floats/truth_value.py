# Only the zeros are false.
def main():
    return [bool(x) for x in (0.0, -0.0, 5e-324, float("nan"), float("-inf"))], [1 if x else 2 for x in (0.0, 0.1)]
