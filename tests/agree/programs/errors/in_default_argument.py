# An error in a default argument, when the function is defined.
def main():
    z = 0
    def f(x=1 // z):
        return x
    return f(5)
