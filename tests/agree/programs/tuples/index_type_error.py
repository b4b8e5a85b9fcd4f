# A tuple index must be an integer.
def main():
    t = (1, 2)
    return t[1.0]
