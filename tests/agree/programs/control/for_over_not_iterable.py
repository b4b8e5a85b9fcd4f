# A for loop over a number.
def main():
    for x in 5:
        return x
