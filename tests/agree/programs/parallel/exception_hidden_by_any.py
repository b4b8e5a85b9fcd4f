# any stops before an element that would fail.
def f(i):
    if i >= 30000:
        raise ValueError(i)
    return i == 29999

def main():
    return any(f(i) for i in range(60000))
