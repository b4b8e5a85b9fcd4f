# __lt__ serves <, reflected >, sorted, min and max.
class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor
    def __lt__(self, o):
        return (self.major, self.minor) < (o.major, o.minor)
    def show(self):
        return f"{self.major}.{self.minor}"

def main():
    vs = [Version(2, 1), Version(1, 9), Version(2, 0), Version(1, 10)]
    return [v.show() for v in sorted(vs)], min(vs).show(), max(vs).show(), vs[0] > vs[1], vs[0] < vs[1]
