# StopIteration can be raised and caught like any other.
def main():
    try:
        raise StopIteration("value")
    except StopIteration as e:
        return str(e), e.args
