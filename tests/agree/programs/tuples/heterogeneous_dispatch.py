# Code that does a different thing with each type taken out of a tuple.
def weight(x):
    if isinstance(x, str):
        return len(x)
    if isinstance(x, float):
        return int(x * 10)
    return x

def main():
    t = ("abc", 1.5, 7, "z", 0.25)
    return sum(weight(t[i * 2 % len(t)]) for i in range(50))
