# A wrapper that passes everything on.
def target(a, b, c=0, *, d=0):
    return f"{a} {b} {c} {d}"

def wrapper(*args, **kwargs):
    return "<" + target(*args, **kwargs) + ">"

def main():
    return wrapper(1, 2), wrapper(1, b=2, d=4), wrapper(*(1, 2, 3), d=5)
