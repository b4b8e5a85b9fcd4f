# A big integer beyond the float range is an OverflowError.
def main():
    return float(10**309)
