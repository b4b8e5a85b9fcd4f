# A closure called in a hot loop, rebuilt in the middle.
def make(k):
    return lambda x: x * k % 1000003

def main():
    f = make(7)
    x = 1
    for i in range(120000):
        if i == 60000:
            f = make(11)
        x = f(x) + 1
    return x
