# any raises when no earlier element decides.
def check(x):
    return 10 // (3 - x) > 100

def main():
    return any(check(x) for x in range(10))
