# A function that returns its argument makes an alias.
def same(x):
    return x

def main():
    a = [1, 2]
    b = same(a)
    b[0] = 9
    return a
