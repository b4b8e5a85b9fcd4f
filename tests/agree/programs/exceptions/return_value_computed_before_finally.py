# The value of a return is fixed before finally runs.
def f():
    x = 1
    try:
        return x
    finally:
        x = 2

def g():
    s = "a"
    try:
        return s + "b"
    finally:
        s = s + "c"

def main():
    return f(), g()
