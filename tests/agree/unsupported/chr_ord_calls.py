# Code points.
def main():
    a = ord("a")  # <-- unsupported
    return chr(a + 1)  # <-- unsupported
