# Assigning an attribute outside of __init__.
class A:
    def __init__(self):
        self.x = 1

def main():
    a = A()
    b = a
    a.x = 5
    return a.x, b.x
