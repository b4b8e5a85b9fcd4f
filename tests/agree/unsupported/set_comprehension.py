# A set comprehension.
def main():
    s = {x % 3 for x in range(10)}  # <-- unsupported
    return sorted(s)
