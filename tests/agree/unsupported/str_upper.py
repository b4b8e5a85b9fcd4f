# A method of text.
def main():
    return "abc".upper()  # <-- unsupported
