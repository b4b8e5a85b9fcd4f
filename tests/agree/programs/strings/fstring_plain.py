# f-strings with plain fields and expressions.
def main():
    name, n = "fora", 3
    xs = [1, 2]
    return f"{name} has {n} letters", f"{n + 1}{n * n}", f"{xs[0]}-{xs[-1]}", f"{name[0]}", f"", f"{'nested'}", f"{n}" "tail"
