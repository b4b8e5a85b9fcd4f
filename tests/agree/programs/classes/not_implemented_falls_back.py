# NotImplemented hands over to the other operand.
class Left:
    def __add__(self, other):
        return NotImplemented
    def __lt__(self, other):
        return NotImplemented

class Right:
    def __radd__(self, other):
        return "right"
    def __gt__(self, other):
        return "greater"

def main():
    first = Left() + Right(), Left() < Right()
    try:
        return first, Left() + 1
    except TypeError as e:
        return first, str(e)
