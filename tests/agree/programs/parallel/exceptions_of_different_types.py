# Failures of different kinds in one range: the lowest index decides the kind.
def f(i):
    if i == 45000:
        return [1][i]
    if i == 15000:
        return 1 // (i - 15000)
    if i == 30000:
        return "a" + i
    return 0

def attempt(lo):
    try:
        return sum(f(i) for i in range(lo, 60000))
    except Exception as e:
        return str(e)

def main():
    return attempt(0), attempt(15001), attempt(30001), attempt(45001)
