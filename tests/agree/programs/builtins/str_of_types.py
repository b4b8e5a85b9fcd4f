# Text of classes.
def main():
    return str(int), str(type("a")), str(type(None)), str([bool, list]), str(ValueError)
