# Without __eq__ an instance equals only itself.
class P:
    def __init__(self, x):
        self.x = x

def main():
    a, b = P(1), P(1)
    return a == a, a == b, a != b, a == 1, a in [b, a], [a] == [a], (a, 1) == (b, 1)
