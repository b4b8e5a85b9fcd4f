# A while loop over floats ends where rounding says.
def main():
    x = 1.0
    count = 0
    while x > 0:
        x -= 0.1
        count += 1
    return count, x
