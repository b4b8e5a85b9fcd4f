# One argument given twice.
def f(a, b=0):
    return a + b

def main():
    return f(1, a=2)
