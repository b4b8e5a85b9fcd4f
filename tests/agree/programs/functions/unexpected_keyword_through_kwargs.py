# An unknown name forwarded through **kwargs is reported by the inner function.
def inner(a=1):
    return a

def outer(**kwargs):
    return inner(**kwargs)

def main():
    return outer(b=2)
