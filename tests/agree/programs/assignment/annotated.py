# Annotated assignments, with and without a value.
LIMIT: int = 5

def main():
    x: int = 3
    y: "anything"
    y = x * 2.5
    z: float = LIMIT
    return x, y, z
