# Arithmetic between two variables that are ints or floats.
def main():
    out = []
    a = 1
    for i in range(6):
        b = i if i % 2 else i / 4
        a = a + b if i < 3 else a * b
        out.append(a)
    return out
