# Two names or one, depending on a condition.
def f(flag):
    a = [0]
    b = a if flag else [0]
    a[0] = 7
    return b

def main():
    return f(False), f(True)
