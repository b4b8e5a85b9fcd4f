# len of each container, and its error.
def main():
    xs = [len(""), len("é😀"), len([1, [2, 3]]), len(()), len(range(0, 10, 3)), len(range(10, 0)), len(range(-5, 5))]
    try:
        len(5)
    except TypeError as e:
        return xs, str(e)
