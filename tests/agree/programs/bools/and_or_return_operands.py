# and/or return one of their operands, not a bool.
def main():
    return 0 and 1, 0 or "x", 3 and 4, "" or 0.0, [] or () or None, 1 and [] and 2, None or False, 5 or 1
