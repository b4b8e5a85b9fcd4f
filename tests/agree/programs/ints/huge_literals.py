# Literals longer than 64 bits, with underscores and in other bases.
def main():
    return (123456789012345678901234567890, 0xFFFF_FFFF_FFFF_FFFF_FFFF, 0b1_0000_0001, 0o777_777,
            1_000_000_000_000_000_000_000, -0x8000000000000000)
