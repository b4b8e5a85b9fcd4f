# The format method.
def main():
    return "{:>5}".format("x")  # <-- unsupported
