# Raising a class makes an instance without arguments.
def main():
    try:
        raise KeyError
    except KeyError as e:
        first = str(e), e.args
    try:
        raise ValueError
    except ValueError as e:
        return first, str(e), e.args
