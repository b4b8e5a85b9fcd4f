# Bools count as 0 and 1 in arithmetic and give ints.
def main():
    return True + True, True * 5, False - True, -True, True / 2, True // 1, True ** False, True << 3, 7 % True
