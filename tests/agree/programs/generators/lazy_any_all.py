# any and all stop at the element that decides.
def check(x):
    if x == 7:
        raise ValueError("seven")
    return x > 4

def main():
    return any(check(x) for x in range(10)), all(not check(x) for x in range(10))
