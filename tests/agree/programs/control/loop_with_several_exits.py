# A loop with return, break, continue and fall-through.
def scan(xs):
    total = 0
    for x in xs:
        if x is None:
            continue
        if x == "stop":
            break
        if x < 0:
            return ("negative", x, total)
        total += x
    else:
        return ("all", total)
    return ("stopped", total)

def main():
    return scan([1, None, 2]), scan([1, "stop", -5]), scan([3, -4, "stop"]), scan([])
