# A computed index into a tuple with a function in it.
aTuple = (0.0, 1, "a string", lambda x: x)

def main():
    functionCount = floatCount = 0
    for ix in range(100):
        # pull an element out of the tuple - the compiler can't tell what
        # kind of element it is ahead of time
        val = aTuple[ix % len(aTuple)]
        if isinstance(val, type(lambda: None)):
            functionCount = functionCount + 1
        elif isinstance(val, float):
            floatCount = floatCount + 1
    return functionCount, floatCount
