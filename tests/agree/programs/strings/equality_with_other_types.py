# Text never equals a number or a list.
def main():
    return "1" == 1, "a" == ["a"], "" == None, "a" != 1, "ab" == "a" "b"
