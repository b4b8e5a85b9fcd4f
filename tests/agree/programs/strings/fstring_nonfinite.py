# Formats of infinities and nan.
def main():
    inf = float("inf")
    return f"{inf}", f"{-inf:.2f}", f"{inf - inf:8.1f}|", f"{inf:e}", f"{inf:+}", f"{inf:06}"
