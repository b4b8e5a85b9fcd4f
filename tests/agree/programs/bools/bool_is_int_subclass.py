# isinstance and issubclass see bool as an int.
def main():
    return isinstance(True, int), isinstance(1, bool), issubclass(bool, int), issubclass(int, bool), type(True) is bool, type(True) is int
