# Standard input has nothing to say.
def main():
    try:
        return input()  # <-- unsupported
    except (EOFError, RuntimeError, OSError):
        return "no input"
