# Ordering text against a number is a TypeError.
def main():
    return "a" < 1
