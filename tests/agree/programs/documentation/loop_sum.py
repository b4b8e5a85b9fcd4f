# The JIT's example of a loop in registers.
def loopSum(x):
    result = 0.0
    while x > 0:
        result = result + x
        x = x - 1
    return result

def main():
    return loopSum(1000000), loopSum(0), loopSum(10.5)
