# *args of mixed types.
def describe(*args):
    return [str(a) + "!" for a in args], args[::-1]

def main():
    return describe(), describe(1, "two", 3.0, None, (4,))
