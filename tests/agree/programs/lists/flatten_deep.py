# Flattening nested lists with isinstance.
def flatten(x):
    if isinstance(x, list):
        return [leaf for item in x for leaf in flatten(item)]
    return [x]

def main():
    return flatten([1, [2, [3, [4.5]], []], "ab", [[["c"]]]])
