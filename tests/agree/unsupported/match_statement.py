# Structural pattern matching.
def main():
    match (1, 2):  # <-- unsupported
        case (a, b):
            return a + b
