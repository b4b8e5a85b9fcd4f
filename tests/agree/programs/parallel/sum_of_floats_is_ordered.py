# The bits of a long float sum are those of the order of the elements.
def main():
    up = sum(1.0 / i for i in range(1, 60000))
    down = sum(1.0 / i for i in range(59999, 0, -1))
    return up, down, up == down
