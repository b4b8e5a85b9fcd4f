# Local, free and global names without a value.
def attempt(g):
    try:
        return g()
    except NameError as e:
        return str(e), type(e) is UnboundLocalError

def local():
    if False:
        x = 1
    return x

def free():
    def inner():
        return y
    if False:
        y = 1
    return inner()

def glob():
    return not_defined_anywhere

def main():
    return attempt(local), attempt(free), attempt(glob)
