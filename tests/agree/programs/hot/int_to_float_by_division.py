# One division in the middle turns an int accumulator into a float.
def main():
    x = 0
    for i in range(150000):
        x = x + i
        if i == 100000:
            x = x / 3
    return x
