# Multiply-xor-shift mixing kept to 64 bits with a mask.
def mix(x):
    mask = (1 << 64) - 1
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & mask
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & mask
    return x ^ (x >> 31)

def main():
    return [mix(i) for i in range(6)]
