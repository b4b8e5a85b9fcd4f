# args hold the arguments even when __init__ does not call super().
class Coded(Exception):
    def __init__(self, code, text="none"):
        self.code = code

def main():
    try:
        raise Coded(7, text="x")
    except Coded as e:
        first = e.code, e.args, str(e)
    return first, Coded(1, "y").args
