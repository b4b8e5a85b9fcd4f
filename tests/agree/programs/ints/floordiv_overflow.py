# -2**63 // -1 is the only 64-bit quotient that overflows.
def div(a, b):
    return a // b

def main():
    return div(-(2**63), -1), div(-(2**63), 1), div(2**63 - 1, -1), -(2**63) % -1
