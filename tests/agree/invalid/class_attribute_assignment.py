# Assigning to a class.
class A:
    x = 1

def main():
    A.x = 2
    return A().x
