# __str__ of an exception class.
class Temperature(Exception):
    limit = 100
    def __init__(self, degrees):
        self.degrees = degrees
    def __str__(self):
        return f"{self.degrees} is over {self.limit}"

def main():
    raise Temperature(120)
