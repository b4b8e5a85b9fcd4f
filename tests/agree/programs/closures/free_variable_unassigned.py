# Calling a closure before its free variable is assigned is a NameError.
def main():
    def f():
        return later
    value = f()
    later = 1
    return value
