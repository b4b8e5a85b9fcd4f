# The negation and abs of -2**63 do not fit 64 bits.
def main():
    x = -9223372036854775807 - 1
    return -x, abs(x), -(-x), +x
