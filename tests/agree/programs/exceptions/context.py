# What is being handled when an exception is raised is its context.
def fail(e):
    raise e


def contexts(e):
    chain = []
    while e is not None:
        chain.append((type(e).__name__, e.args, e.__cause__ is None, e.__suppress_context__))
        e = e.__context__
    return chain


def main():
    seen = []
    try:
        try:
            try:
                [][1]
            except IndexError:
                fail(ValueError("second"))
        except ValueError:
            1 // 0
    except ZeroDivisionError as e:
        seen.append(contexts(e))
    try:
        fail(KeyError("alone"))
    except KeyError as e:
        seen.append(contexts(e))
    try:
        try:
            fail(KeyError(1))
        except KeyError as e:
            raise TypeError(2) from e
    except TypeError as e:
        seen.append(contexts(e))
        seen.append(e.__cause__ is e.__context__)
    try:
        try:
            fail(KeyError(1))
        except KeyError as e:
            raise TypeError(2) from None
    except TypeError as e:
        seen.append(contexts(e))
    return seen
