# The middle operand of a chain is evaluated once.
class Counter:
    def __init__(self, fuel):
        self.fuel = fuel
    def __lt__(self, other):
        if self.fuel == 0:
            raise ValueError("compared twice")
        return other > 3
    def __gt__(self, other):
        return True

def middle(log):
    if len(log) > 1:
        raise ValueError("evaluated twice")
    return 5

def main():
    return 1 < middle("x") < 10, 1 < middle("y") <= 4, 7 > middle("") != 5, 0 < Counter(1) < 5
