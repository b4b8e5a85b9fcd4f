# In f(g(), h()) an error in g hides the one in h.
def g(n):
    total = 0
    for i in range(n):
        total += i
    return total // 0

def h():
    raise ValueError("h is quicker")

def f(a, b):
    return a

def main():
    return f(g(30000), h())
