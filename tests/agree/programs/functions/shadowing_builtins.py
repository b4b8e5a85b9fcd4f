# Local and global names hide builtins.
def sum(a, b):
    return a * 1000 + b

def f(len):
    max = len + 1
    return max

def main():
    abs = lambda x: "mine"
    return sum(1, 2), f(4), abs(-3), min(3, 2)
