# None can't be ordered.
def main():
    return None < 1
