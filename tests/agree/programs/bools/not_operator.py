# not gives a bool for any operand.
def main():
    return not 0, not 1, not "", not "a", not [], not [0], not None, not 0.0, not (), not not 7, not -1
