# A closure sees an assignment that follows its definition.
def main():
    def f():
        return later + 1
    later = 41
    first = f()
    later = 1.5
    return first, f()
