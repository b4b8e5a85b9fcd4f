# pow with a modulus takes integers only.
def main():
    return pow(2.0, 3, 5)
