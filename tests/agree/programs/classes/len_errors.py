# __len__ must give a non-negative integer.
class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n

def attempt(n):
    try:
        return len(L(n))
    except ValueError as e:
        return "value: " + str(e)
    except TypeError as e:
        return "type: " + str(e)

def main():
    return attempt(3), attempt(-1), attempt("x"), attempt(True)
