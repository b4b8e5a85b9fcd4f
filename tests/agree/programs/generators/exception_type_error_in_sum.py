# sum of elements that can't be added.
def main():
    return sum(x for x in (1, 2, "three"))
