# Item assignment to a list that has a second name.
def main():
    a = [1, 2]
    b = a
    a[0] = 10
    return a, b
