# Width, fill, sign, bases and grouping of integers.
def main():
    n = 1234567
    return f"{n:10d}|", f"{n:<10}|", f"{n:^11}|", f"{n:010}", f"{n:+}", f"{n:,}", f"{n:_}", f"{255:x}", f"{255:#X}", f"{10:b}", f"{8:#o}", f"{-5:05d}", f"{n:*>12}"
