# A tuple as loop state, with a swap and an overflow.
def main():
    state = (0, 1, 0.0)
    for i in range(50000):
        a, b, c = state
        if a > 2**200:
            a, b = 0, 1
        state = (b, a + b, c + (b % 10) / 4)
    return state
