# A list of different functions applied in turn.
def compose(fs, x):
    for f in fs:
        x = f(x)
    return x

def main():
    return compose([lambda x: x + 1, lambda x: x * 2.5, int, str, len], 41), compose([], 3)
