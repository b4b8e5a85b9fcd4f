# Ordering operands that do not fit.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: 1 < "a"), attempt(lambda: [1] > 2), attempt(lambda: None <= None), attempt(lambda: (1,) >= [1]), attempt(lambda: "a" < None), attempt(lambda: 2.5 > "x"), attempt(lambda: abs < abs)
