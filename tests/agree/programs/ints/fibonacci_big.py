# Two running big integers exchange their values.
def main():
    a, b = 0, 1
    for _ in range(300):
        a, b = b, a + b
    return a, b % 10**9
