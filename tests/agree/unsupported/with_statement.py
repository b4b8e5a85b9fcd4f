# A context manager.
class Manager:
    def __enter__(self):
        return 5
    def __exit__(self, *args):
        return False

def main():
    with Manager() as x:  # <-- unsupported
        return x
