# Cooperative __init__ in a diamond runs every base once.
class Top:
    def __init__(self, log):
        self.log = log + ["Top"]

class Left(Top):
    def __init__(self, log):
        super().__init__(log + ["Left"])

class Right(Top):
    def __init__(self, log):
        super().__init__(log + ["Right"])

class Bottom(Left, Right):
    def __init__(self):
        super().__init__(["Bottom"])

def main():
    return Bottom().log, Left([]).log
