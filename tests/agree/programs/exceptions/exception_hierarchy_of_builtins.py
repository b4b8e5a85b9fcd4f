# How the builtin exceptions derive from each other.
def main():
    return [issubclass(a, b) for a, b in ((ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError), (IndexError, LookupError), (KeyError, LookupError),
            (UnboundLocalError, NameError), (NotImplementedError, RuntimeError), (RecursionError, RuntimeError), (ValueError, Exception), (Exception, BaseException), (StopIteration, ValueError))]
