# The fields of an instance as a dict.
class A:
    def __init__(self):
        self.x = 1

def main():
    return A().__dict__["x"]  # <-- unsupported
