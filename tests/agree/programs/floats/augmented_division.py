# /= turns an int variable into a float.
def main():
    x = 12
    seen = [x]
    x /= 4
    seen.append(x)
    x //= 2
    seen.append(x)
    x **= 2
    x -= 0.5
    seen.append(x)
    x %= 0.2
    return seen, x
