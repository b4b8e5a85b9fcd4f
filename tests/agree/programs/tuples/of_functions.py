# Functions held in a tuple and called by computed index.
def double(x):
    return 2 * x

def main():
    fs = (double, lambda x: x + 0.5, abs, str)
    return [fs[i % len(fs)](-i) for i in range(8)]
