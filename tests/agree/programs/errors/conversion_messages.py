# ValueErrors of int() and float().
def attempt(g):
    try:
        return g()
    except ValueError as e:
        return str(e)

def main():
    return attempt(lambda: int("x")), attempt(lambda: int("1.5")), attempt(lambda: int("")), attempt(lambda: int("é1")), attempt(lambda: float("one")), attempt(lambda: float("")), attempt(lambda: int("12", 1)), attempt(lambda: int("8", 8)), attempt(lambda: int("it's"))
