# A format that does not fit the type is a ValueError.
def main():
    return f"{'abc':d}"
