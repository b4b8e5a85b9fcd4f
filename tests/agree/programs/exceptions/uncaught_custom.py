# An uncaught exception of a class of one's own.
class Failure(Exception):
    pass

def check(n):
    if n > 2:
        raise Failure(f"n is {n}")
    return n

def main():
    return [check(1), check(3)]
