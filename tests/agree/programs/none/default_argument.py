# The usual idiom of an optional argument.
def scaled(x, factor=None):
    if factor is None:
        factor = 10
    return x * factor

def main():
    return scaled(2), scaled(2, 3), scaled(2, factor=None), scaled(2, 0)
