# Elements that can't be ordered raise when they are reached.
def main():
    return (1, "a") < (1, 2)
