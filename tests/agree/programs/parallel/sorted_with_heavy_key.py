# A key function with work in it.
def key(x):
    steps = 0
    while x != 1:
        x = x // 2 if x % 2 == 0 else 3 * x + 1
        steps += 1
    return steps

def main():
    return sorted(range(1, 1500), key=key)[-20:], max(range(1, 1500), key=key)
