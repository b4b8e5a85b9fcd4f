# A slice step of zero is a ValueError.
def main():
    n = 0
    return "abc"[::n]
