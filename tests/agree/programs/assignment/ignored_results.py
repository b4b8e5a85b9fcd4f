# Expression statements are evaluated and dropped.
def f(x):
    if x > 2:
        raise ValueError("evaluated")
    return x

def main():
    f(1)
    "text"
    1 + 1
    [f(i) for i in range(3)]
    try:
        f(3)
    except ValueError:
        return "done"
