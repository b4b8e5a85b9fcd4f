# Class attributes are shared and hidden by fields.
class A:
    kind = "class"
    limit = 2 * 5
    def __init__(self, own):
        if own:
            self.kind = "own"
    def show(self):
        return self.kind, self.limit, A.limit

def main():
    return A(True).show(), A(False).show(), A.kind, A(True).limit
