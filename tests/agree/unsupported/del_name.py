# Deleting a variable.
def main():
    x = 1
    del x  # <-- unsupported
    x = 2
    return x
