# A list of running totals that crosses into big integers.
def main():
    total = 0
    out = []
    for i in range(10):
        total += 10**18 * i
        out.append(total)
    return out
