# Output.
def main():
    print("hello")  # <-- unsupported
    return 1
