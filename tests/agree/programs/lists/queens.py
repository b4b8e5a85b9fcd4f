# The eight queens by recursion over partial boards.
def count(n, columns):
    if len(columns) == n:
        return 1
    row = len(columns)
    return sum(count(n, columns + [c]) for c in range(n)
               if all(c != d and abs(c - d) != row - r for r, d in enumerate(columns)))

def main():
    return [count(n, []) for n in range(1, 7)]
