# Joining text.
def main():
    return ", ".join(["a", "b"])  # <-- unsupported
