# Text is indexed by integers only.
def main():
    s = "abc"
    return s["1"]
