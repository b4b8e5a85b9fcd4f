# Recursion that builds a list of moves.
def hanoi(n, a, b, c):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)

def main():
    return hanoi(3, "A", "B", "C"), len(hanoi(8, 1, 2, 3))
