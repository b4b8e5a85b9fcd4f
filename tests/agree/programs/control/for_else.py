# The else of a for loop, with break, without it, and for an empty loop.
def first_factor(n):
    for d in range(2, n):
        if n % d == 0:
            result = d
            break
    else:
        result = "prime"
    return result

def main():
    return [first_factor(n) for n in (2, 9, 13, 15, 49)]
