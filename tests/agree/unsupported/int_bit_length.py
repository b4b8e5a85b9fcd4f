# A method of integers.
def main():
    return (1023).bit_length()  # <-- unsupported
