# Each layer wraps the text of the layer below.
def layer(n):
    try:
        if n == 0:
            return [1, 2][2]
        return layer(n - 1)
    except (IndexError, RuntimeError) as e:
        raise RuntimeError(f"layer {n}: {e}") from e

def main():
    return layer(3)
