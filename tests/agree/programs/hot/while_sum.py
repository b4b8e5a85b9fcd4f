# The documentation's first loop: int countdown, float result.
def loop_sum(x):
    result = 0.0
    while x > 0:
        result = result + x
        x = x - 1
    return result

def main():
    return loop_sum(500000)
