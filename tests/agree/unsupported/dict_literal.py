# A dict.
def main():
    d = {"a": 1}  # <-- unsupported
    return d["a"]
