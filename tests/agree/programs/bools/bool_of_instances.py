# __bool__ decides, else __len__, else true.
class WithBool:
    def __init__(self, answer):
        self.answer = answer
    def __bool__(self):
        return self.answer

class WithLen:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n

class Plain:
    pass

def main():
    return [bool(x) for x in (WithBool(True), WithBool(False), WithLen(0), WithLen(3), Plain())]
