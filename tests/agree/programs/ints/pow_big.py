# Powers that leave 64 bits are exact.
def main():
    return 2**63, 3**41, (-3)**41, 10**40, 7**77 % 1000003, (-2)**63, (-2)**64
