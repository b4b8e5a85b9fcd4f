# A parameter rebound to other types.
def f(x):
    history = []
    for i in range(5):
        history.append(x)
        x = (x, str(x), 1.5, None, 7)[i]
    return history, x

def main():
    return f(1), f("s")
