# A complex number class with all the arithmetic, and Mandelbrot escape times.
class Complex:
    def __init__(self, re, im):
        self.re = re
        self.im = im
    def __add__(self, o):
        return Complex(self.re + o.re, self.im + o.im)
    def __mul__(self, o):
        return Complex(self.re * o.re - self.im * o.im, self.re * o.im + self.im * o.re)
    def __abs__(self):
        return (self.re * self.re + self.im * self.im) ** 0.5

def escape(c):
    z = Complex(0.0, 0.0)
    for n in range(50):
        if abs(z) > 2.0:
            return n
        z = z * z + c
    return 50

def main():
    return [[escape(Complex(x / 4, y / 4)) for x in range(-8, 3)] for y in range(-2, 3)]
