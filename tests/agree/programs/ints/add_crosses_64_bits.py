# Addition carries on past the largest 64-bit integer, upward and downward.
def main():
    top = 2**63 - 1
    bottom = -(2**63)
    return (top + 1, bottom + -1, top + top, bottom + bottom, top + bottom)
