# A bare annotation makes the name local but assigns nothing.
def main():
    x: int
    return x
