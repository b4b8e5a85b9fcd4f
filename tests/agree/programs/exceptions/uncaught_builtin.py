# An uncaught exception with its message and line.
def main():
    x = 1
    raise ValueError("went wrong")
