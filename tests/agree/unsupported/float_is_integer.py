# A method of floats.
def main():
    return (2.0).is_integer()  # <-- unsupported
