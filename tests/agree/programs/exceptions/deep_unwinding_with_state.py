# Unwinding from nested loops and calls keeps what was computed.
def step(i, j):
    if i * j == 6:
        raise ValueError((i, j))
    return i + j

def main():
    total = 0
    try:
        for i in range(10):
            for j in range(10):
                total += step(i, j)
    except ValueError as e:
        return total, e.args[0]
