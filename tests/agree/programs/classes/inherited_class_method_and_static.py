# Static and class methods are inherited and can be overridden.
class A:
    rank = 1
    @classmethod
    def describe(cls):
        return cls.label() + str(cls.rank)
    @staticmethod
    def label():
        return "a"

class B(A):
    rank = 2
    @staticmethod
    def label():
        return "b"
    @classmethod
    def describe(cls):
        return "<" + super().describe() + ">"

def main():
    return A.describe(), B.describe(), B().describe(), B().label()
