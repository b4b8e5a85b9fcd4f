# Evaluating text.
def main():
    return eval("1 + 1")  # <-- unsupported
