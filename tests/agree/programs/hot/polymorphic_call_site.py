# One call site that meets three classes in turn.
class A:
    def value(self, i):
        return i

class B:
    def value(self, i):
        return i * 0.5

class C:
    def value(self, i):
        return -i

def main():
    objects = (A(), B(), C())
    total = 0
    for i in range(90000):
        total += objects[i % 3].value(i)
    return total
