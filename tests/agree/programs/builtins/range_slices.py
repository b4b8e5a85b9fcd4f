# A slice of a range is a range.
def main():
    r = range(10, 30, 3)
    return list(r[2:5]), list(r[::-1]), list(r[-3:]), list(r[::2]), len(r[1:100]), r[2:][0]
