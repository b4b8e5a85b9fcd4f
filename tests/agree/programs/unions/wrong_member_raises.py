# An operation that one member of the union does not support.
def main():
    x = 1
    for step in (2, 3, "four", 5):
        x = x + step
    return x
