# Stars in list and tuple literals.
def main():
    a = [1, 2]
    b = "xy"
    return [*a, *b], [*a, 0, *a], (*b, *a), [*(x * x for x in a)], [*zip(a, b)], (*[],)
