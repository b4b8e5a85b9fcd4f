# `in` looks for a substring.
def main():
    s = "hello world"
    return "world" in s, "" in s, "xyz" in s, "o w" in s, "z" not in s, "hello world!" in s, "é" in "café"
