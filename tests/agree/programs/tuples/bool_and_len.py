# Truth and length of tuples.
def main():
    return bool(()), bool((0,)), len(()), len((1, (2, 3))), [x or "empty" for x in ((), (1,), (()))]
