# Decimal text of big integers, positive and negative.
def main():
    return str(2**200), str(-(3**100)), f"{10**30}", str(-(2**63)), str(0)
