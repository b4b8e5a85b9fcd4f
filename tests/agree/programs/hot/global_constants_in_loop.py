# Module constants read in a hot loop.
STEP = 3
LIMIT = 10**5
TABLE = (1, 4, 9, 16)

def main():
    i = total = 0
    while i < LIMIT:
        total += TABLE[i % 4] * STEP
        i += STEP
    return i, total
