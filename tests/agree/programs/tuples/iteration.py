# Iterating over a tuple of mixed types.
def main():
    out = ""
    for x in (1, "b", None, 2.5):
        out += str(x) + ";"
    return out
