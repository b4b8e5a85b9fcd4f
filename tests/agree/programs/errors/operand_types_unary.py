# Unary operators on operands that do not fit.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: -"a"), attempt(lambda: +[1]), attempt(lambda: ~1.5), attempt(lambda: -None), attempt(lambda: ~(1,))
