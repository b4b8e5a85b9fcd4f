# The loop variable of a comprehension does not leak.
def main():
    x = "outer"
    squares = [x * x for x in range(3)]
    return x, squares, [x for x in (x, x + "2")]
