# Two counters meeting in the middle, with continue and break.
def main():
    lo, hi = 0, 300000
    swaps = 0
    while lo < hi:
        if lo % 3 == 0:
            lo += 2
            continue
        if hi % 7 == 0:
            hi -= 3
            continue
        lo += 1
        hi -= 1
        swaps += 1
        if swaps > 140000:
            break
    else:
        swaps = -swaps
    return lo, hi, swaps
