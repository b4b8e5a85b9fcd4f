# Arguments by position, by name, and mixed.
def f(a, b, c):
    return (a, b, c)

def main():
    return f(1, 2, 3), f(1, c=3, b=2), f(a=1, b=2, c=3), f(*[1, 2], c=3)
