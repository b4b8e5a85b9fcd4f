# A variable of two classes with the same method.
class Celsius:
    def __init__(self, t):
        self.t = t
    def kelvin(self):
        return self.t + 273.15

class Kelvin:
    def __init__(self, t):
        self.t = t
    def kelvin(self):
        return self.t

def main():
    out = []
    for i in range(4):
        x = Celsius(i) if i % 2 else Kelvin(i)
        out.append(x.kelvin())
        if isinstance(x, Celsius):
            out.append("c")
    return out
