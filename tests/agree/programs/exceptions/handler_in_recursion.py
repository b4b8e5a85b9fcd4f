# Every level of a recursion catches and adds to the message.
def descend(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        return descend(n - 1)
    except ValueError as e:
        if n == 3:
            return str(e)
        raise ValueError(f"{n}<{e}")

def main():
    return descend(5)
