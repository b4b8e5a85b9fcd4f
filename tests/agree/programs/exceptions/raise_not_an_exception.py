# Only exceptions can be raised.
def main():
    raise 5
