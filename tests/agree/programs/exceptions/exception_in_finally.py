# An exception in finally replaces the one on its way.
def main():
    try:
        try:
            raise ValueError("first")
        finally:
            raise TypeError("second")
    except TypeError as e:
        return str(e), e.args, isinstance(e, ValueError)
