# round() without digits rounds half to even and gives an int.
def main():
    return [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, 1e20, 2.675)]
