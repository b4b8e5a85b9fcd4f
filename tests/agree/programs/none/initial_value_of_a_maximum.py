# A running maximum that starts as None.
def largest(xs):
    best = None
    for x in xs:
        if best is None or x > best:
            best = x
    return best

def main():
    return largest([3, 1, 4, 1, 5]), largest([]), largest([-1.5]), largest("hello")
