# A bound method stored and called later.
class Scale:
    def __init__(self, k):
        self.k = k
    def apply(self, x):
        return self.k * x

def main():
    f = Scale(3).apply
    fs = [Scale(k).apply for k in (1, 2.5, "ab")]
    return f(5), [g(2) for g in fs]
