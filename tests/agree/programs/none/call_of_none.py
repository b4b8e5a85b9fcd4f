# None is not callable.
def main():
    f = None
    return f(3)
