# Annotations and docstrings change nothing.
def f(x: int, y: "float" = 2.5, *rest: str, flag: bool = False) -> tuple:
    """Returns its arguments."""
    z: int = x * 2
    return x, y, rest, flag, z

def main():
    """The entry."""
    return f("not an int"), f(1, 2, "a", flag=True)
