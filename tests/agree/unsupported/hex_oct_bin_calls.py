# Text of integers in other bases.
def main():
    return hex(255), oct(8), bin(-5)  # <-- unsupported
