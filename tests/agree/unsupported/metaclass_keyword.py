# A keyword in a class statement.
class Base:
    def __init_subclass__(cls, tag=None):
        cls.tag = tag  # <-- unsupported

def main():
    class A(Base, tag="t"):  # <-- unsupported
        pass
    return A.tag
