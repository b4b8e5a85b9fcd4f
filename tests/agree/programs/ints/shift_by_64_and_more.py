# A 64-bit machine masks shift counts; Python does not.
def shifts(x, counts):
    return [(x << n) >> n == x for n in counts], [x >> n for n in counts]

def main():
    return shifts(-12345, [0, 31, 63, 64, 65, 127, 128])
