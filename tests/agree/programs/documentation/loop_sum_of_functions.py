# loopSum specialised on two lambdas.
def loopSum(x, f):
    result = 0
    while x>0:
        result = result + f(x)
        x = x - 1
    return result

def main():
    return loopSum(100000, lambda x:x), loopSum(100000, lambda x:x*x), loopSum(10000, lambda x: x * 10.0 + 20.0)
