# An exception raised anew while another is handled, which it is the context of: no circle comes of it.
def reraised():
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            try:
                raise KeyError(2)
            except KeyError as k:
                raise e
    except ValueError as e:
        return type(e.__context__).__name__, e.__context__.__context__ is None


def main():
    return reraised()
