# Conditional expressions nest to the right and evaluate one branch.
def fail():
    raise ValueError("wrong branch")

def sign(x):
    return -1 if x < 0 else 1 if x > 0 else 0

def main():
    return [sign(x) for x in (-5, 0, 0.1)], 1 if True else fail(), fail() if 0 else "b", (1 if [] else 2) + 3
