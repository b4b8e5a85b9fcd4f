# Several elements fail: the first in order is the one that is raised.
def f(i):
    if i % 10000 == 7777:
        raise ValueError(f"element {i}")
    return i

def main():
    return sum(f(i) for i in range(60000))
