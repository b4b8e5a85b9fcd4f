# A variable whose type depends on where the exception came from.
def f(a, b):
    result = None
    try:
        result = a
        result = a / b
        result = str(result)
    except ZeroDivisionError:
        pass
    return result

def main():
    return f(1, 2), f(1, 0), f(2.5, 0.0), f(-3, 1)
