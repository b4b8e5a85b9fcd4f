# An error in the middle of a long comprehension, caught.
def main():
    try:
        return [1000 // (i - 33333) for i in range(70000)]
    except ZeroDivisionError as e:
        return str(e), sum([1000 // (i - 33333) for i in range(33333)])
