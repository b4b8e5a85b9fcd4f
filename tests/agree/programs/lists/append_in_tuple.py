# A list inside a tuple.
def main():
    t = ([], 1)
    t[0].append(5)
    return t
