# append to a list that has a second name.
def main():
    a = [1]
    b = a
    b.append(2)
    return a, b
