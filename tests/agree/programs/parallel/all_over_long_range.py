# all over a long range, failing in the middle.
def main():
    return all(i < 100000 for i in range(100000)), all(i != 54321 for i in range(100000))
