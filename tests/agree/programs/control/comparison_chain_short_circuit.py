# A chain stops at the first false comparison.
def fail():
    raise ValueError("evaluated")

def main():
    return 3 < 2 < fail(), 1 < 2 < 3 < 4, 1 == 1 != 2 > 1, 5 > 4 > 4 > fail(), 1 < 2 > 1 in [1, 2]
