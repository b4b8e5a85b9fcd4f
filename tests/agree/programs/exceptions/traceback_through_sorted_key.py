# A key function that fails.
def key(x):
    return x[1]

def main():
    return sorted([(1, 2), (3,), (4, 5)], key=key)
