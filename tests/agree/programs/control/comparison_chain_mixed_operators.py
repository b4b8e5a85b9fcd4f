# Chains with in, is and ==.
def main():
    xs = [1, 2]
    x = 1
    return x in xs == True, x in xs != [], x is not None is not True, x == 1 in xs, "a" < "b" in "abc"
