# The right operand is not evaluated when the left decides.
def fail():
    raise ValueError("evaluated")

def main():
    x = 0
    return x and fail(), 1 or fail(), (x == 0 or fail()) and "ok", not (x and fail())
