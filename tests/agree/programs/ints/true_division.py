# Integer true division gives the correctly rounded float.
def main():
    return 7 / 2, -7 / 2, 1 / 3, 10**15 / 3, 0 / 5, -0 / 5, 6 / 3
