# The last definition at module level counts.
def f():
    return "first"

g = f

def f():
    return "second"

def main():
    return f(), g()
