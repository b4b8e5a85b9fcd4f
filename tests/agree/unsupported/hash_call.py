# The hash of an integer.
def main():
    return hash(12345)  # <-- unsupported
