# Assignments that work as expected in the section on constraints.
def main():
    x = 3
    x = x + 5
    v = [x]
    v = v + [12]
    return x, v
