# An error in the condition of a loop, some rounds in.
def main():
    xs = [5, 4, 3]
    i = 0
    while xs[i] > 0:
        i += 1
    return i
