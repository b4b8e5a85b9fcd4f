# True and 1 are equal, in lists and as indices too.
def main():
    return True == 1, False == 0, [True, 2] == [1, 2], (10, 20)[True], True in [0, 1], 1 < 2 == True
