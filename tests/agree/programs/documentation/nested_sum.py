# The nested sum with generator expressions.
def main():
    return sum(sum(x * y for y in range(x)) for x in range(300))
