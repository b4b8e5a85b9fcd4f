# str() of each kind of value in a field.
def main():
    values = [1, -2.5, True, None, "s", (1,), [1, "a"], (), 10**20, 1e100]
    return [f"<{v}>" for v in values]
