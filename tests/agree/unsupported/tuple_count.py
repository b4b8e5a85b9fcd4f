# A method of tuples.
def main():
    return (1, 2, 1).count(1)  # <-- unsupported
