# Falling off the end, a bare return and return None are the same.
def falls(x):
    if x > 0:
        return x

def bare():
    return

def main():
    return falls(1), falls(-1), bare(), main is None
