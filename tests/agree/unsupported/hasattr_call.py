# Asking for an attribute by name.
def main():
    return hasattr("s", "upper")  # <-- unsupported
