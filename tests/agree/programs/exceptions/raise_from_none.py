# raise ... from None has no cause.
def main():
    try:
        try:
            raise ValueError("hidden")
        except ValueError:
            raise TypeError("shown") from None
    except TypeError as e:
        return str(e), e.__cause__
