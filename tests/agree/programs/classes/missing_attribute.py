# Reading a field that was never assigned.
class P:
    def __init__(self, x):
        self.x = x

def main():
    p = P(1)
    return p.x + p.y
