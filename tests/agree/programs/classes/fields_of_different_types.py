# The same class with fields of different types in each instance.
class Box:
    def __init__(self, content):
        self.content = content
    def twice(self):
        return self.content + self.content

def main():
    return [b.twice() for b in (Box(1), Box(1.5), Box("s"), Box([0]), Box((None,)), Box(2**63))]
