# list() of a number.
def main():
    return list(7)
