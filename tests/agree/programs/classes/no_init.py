# A class without __init__ takes no arguments.
class Empty:
    def greet(self):
        return "hi"

def main():
    first = Empty().greet()
    try:
        Empty(1)
    except TypeError as e:
        return first, str(e)
