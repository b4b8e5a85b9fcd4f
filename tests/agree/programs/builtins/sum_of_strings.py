# sum refuses text.
def main():
    return sum(["a", "b"], "")
