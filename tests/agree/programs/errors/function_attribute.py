# A function does not have just any attribute.
def f():
    return 1

def main():
    return f.missing
