# A variable becomes text late in a hot loop, and the next operation fails.
def main():
    x = 0
    for i in range(100000):
        if i == 90000:
            x = str(x)
        x = x + 1
    return x
