# The method resolution order of a diamond.
class Top:
    def who(self):
        return "Top"

class Left(Top):
    def who(self):
        return "Left<" + super().who() + ">"

class Right(Top):
    def who(self):
        return "Right<" + super().who() + ">"

class Bottom(Left, Right):
    def who(self):
        return "Bottom<" + super().who() + ">"

def main():
    return Bottom().who(), Left().who()
