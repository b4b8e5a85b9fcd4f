# An error in the module's own body, before main is called.
VALUES = [3, 2, 1]
TOTAL = sum(VALUES)
BROKEN = VALUES[TOTAL]

def main():
    return BROKEN
