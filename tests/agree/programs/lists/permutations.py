# All permutations, in lexical order.
def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1:])]

def main():
    return permutations([1, 2, 3]), len(permutations([1, 2, 3, 4, 5]))
