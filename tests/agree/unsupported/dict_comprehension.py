# A dict comprehension.
def main():
    d = {x: x * x for x in range(3)}  # <-- unsupported
    return d[2]
