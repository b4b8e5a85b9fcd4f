# list() of a list is a new list.
def main():
    a = [1, 2]
    b = list(a)
    b.append(3)
    return a, b, list((4, 5)), list("ab"), list(range(2, 8, 3)), list()
