# repr as a function.
def main():
    return repr("it's")  # <-- unsupported
