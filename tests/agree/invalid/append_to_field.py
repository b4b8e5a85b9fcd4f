# A method that changes a list in a field.
class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
        return self

def main():
    s = Stack().push(1).push(2)
    return s.items
