# True division of integers that are not floats is rounded once, not twice.
def main():
    return (2**53 + 1) / 1, (2**64 + 1) / (2**11), 10**400 / 10**399, (3**200) / (3**199), -(2**1100) / 2**1099
