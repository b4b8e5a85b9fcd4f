# `in` with a right operand that is no container.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: 1 in 5), attempt(lambda: 1 in "abc"), attempt(lambda: None in None), attempt(lambda: "a" not in 2.5)
