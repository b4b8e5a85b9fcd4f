# Left shifts grow into big integers, also of negative numbers.
def main():
    return 1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, 5 << 100, 0 << 1000, 3 << 0
