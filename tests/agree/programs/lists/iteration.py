# A for loop over a list of mixed types.
def main():
    out = []
    for x in [1, "two", 3.0, None, [4]]:
        out = out + [x] * 2 if x else out + ["falsy"]
    return out
