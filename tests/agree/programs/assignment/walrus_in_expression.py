# Assignment expressions are evaluated from left to right.
def main():
    total = (a := 3) + (b := a * 2) + (a := b + 1)
    return total, a, b, [c := 1, c + 1, c := 5, c]
