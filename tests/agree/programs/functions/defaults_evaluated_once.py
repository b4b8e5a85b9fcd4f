# A default is evaluated where the function is defined, not where it is called.
def main():
    x = 1
    def f(y=x):
        return y
    x = 2
    return f(), f(5), x
