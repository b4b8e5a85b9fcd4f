# A list that grows while a loop walks over it.
def main():
    xs = [1, 2]
    for x in xs:
        if len(xs) < 6:
            xs.append(x + len(xs))
    return xs
