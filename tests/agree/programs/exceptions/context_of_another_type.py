# The exception that was being handled when another one was raised.
def main():
    try:
        try:
            raise ValueError("first")
        finally:
            raise TypeError("second")
    except TypeError as e:
        return str(e), isinstance(e.__context__, ValueError)
