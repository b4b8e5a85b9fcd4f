# A set.
def main():
    s = {1, 2, 2}  # <-- unsupported
    return len(s)
