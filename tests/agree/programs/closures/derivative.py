# A function that returns a function of a function.
def derivative(f, h=1e-5):
    return lambda x: (f(x + h) - f(x - h)) / (2 * h)

def main():
    cube = lambda x: x * x * x
    d = derivative(cube)
    return round(d(2.0), 6), round(derivative(d)(1.0), 3)
