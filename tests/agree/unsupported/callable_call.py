# Asking whether a value can be called.
def main():
    return callable(abs)  # <-- unsupported
