# A polynomial with big coefficients, by Horner's rule.
def evaluate(coefficients, x):
    result = 0
    for c in coefficients:
        result = result * x + c
    return result

def main():
    return evaluate([3, 0, -2, 5], 10), evaluate([10**20, -1, 7], 10**10), evaluate([], 5)
