# A parameter that is an int, a float or None depending on the call.
def f(x, step=None):
    if step is None:
        step = 1 if isinstance(x, int) else 0.5
    return x + step

def main():
    return f(1), f(1.0), f(1, 0.25), f(2.0, 3), f(1, None)
