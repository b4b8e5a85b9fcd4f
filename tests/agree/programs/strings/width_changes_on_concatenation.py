# Concatenation of texts of different widths, and slicing back to narrow.
def main():
    narrow = "abc"
    wide = "😀"
    both = narrow + wide
    return len(both), both[:3] == narrow, both[3:] == wide, both[:3] + "d", narrow < wide, both > narrow
