# Integer powers, with the zero and one edge cases.
def main():
    return 2**10, (-2)**3, (-2)**4, -2**4, 0**0, 0**5, 1**1000, (-1)**1001, 7**1
