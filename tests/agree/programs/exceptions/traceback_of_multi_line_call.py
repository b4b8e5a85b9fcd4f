# The line of an error inside an expression that spans lines.
def f(a, b):
    return a // b

def main():
    return (
        f(1, 1)
        + f(4,
            2)
        + f(3, 0)
    )
