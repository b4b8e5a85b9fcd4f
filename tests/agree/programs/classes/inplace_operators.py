# Augmented assignment uses __iadd__, else __add__.
class WithAdd:
    def __init__(self, n):
        self.n = n
    def __add__(self, k):
        return WithAdd(self.n + k)

class WithIadd:
    def __init__(self, log):
        self.log = log
    def __add__(self, k):
        return WithIadd(self.log + ["add"])
    def __iadd__(self, k):
        return WithIadd(self.log + ["iadd"])

def main():
    a = WithAdd(1)
    a += 5
    b = WithIadd([])
    b += 1
    c = b + 1
    return a.n, b.log, c.log
