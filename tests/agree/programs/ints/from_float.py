# int() truncates floats toward zero and is exact for large ones.
def main():
    return int(3.99), int(-3.99), int(-0.5), int(1e20), int(2.0**70), int(1e15 + 0.5), int(True), int()
