# any raises when the failing element comes before the deciding one.
def f(i):
    return 100 // (i - 2000) == 100 and i > 2000

def main():
    return any(f(i) for i in range(60000))
