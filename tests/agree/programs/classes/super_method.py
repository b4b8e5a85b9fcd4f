# super() in a method, through three levels.
class A:
    def describe(self):
        return ["A"]

class B(A):
    def describe(self):
        return super().describe() + ["B"]

class C(B):
    def describe(self):
        return ["C"] + super().describe()

def main():
    return C().describe(), B().describe()
