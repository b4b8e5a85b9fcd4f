# &, | and ^ of two bools give bool; with an int they give int.
def main():
    return True & False, True | False, True ^ True, True & 3, False | 2, True ^ 3, ~True
