# Repetition by positive, zero and negative counts, from both sides.
def main():
    return "ab" * 3, 3 * "ab", "x" * 0, "x" * -5, "" * 100, "é" * True
