# != of bools is exclusive or; parity of a list by folding it.
def main():
    parity = False
    seen = []
    for bit in (True, False, True, True, False):
        parity = parity != bit
        seen.append(parity)
    return seen, True ^ False, True != True
