# A dict literal unpacked into a call.
def f(a, b):
    return a - b

def main():
    return f(**{"a": 5, "b": 3})  # <-- unsupported
