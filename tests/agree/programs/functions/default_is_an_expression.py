# Defaults are arbitrary expressions over earlier names.
BASE = 10

def make(n, squares=[i * i for i in range(4)], label="n=" + str(BASE)):
    return label, squares[n]

def main():
    return make(2), make(3, [0, 0, 0, 9]), make(0, label="x")
