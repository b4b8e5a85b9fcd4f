# Text plus a number is a TypeError, with two different messages.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: "a" + 1), attempt(lambda: 1 + "a"), attempt(lambda: "a" + None), attempt(lambda: "a" - "b"), attempt(lambda: "a" * 1.5)
