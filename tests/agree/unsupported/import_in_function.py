# Importing another module.
def main():
    import functools  # <-- unsupported
    return functools.reduce(lambda a, b: a * b, [1, 2, 3])  # <-- unsupported
