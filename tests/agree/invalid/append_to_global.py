# A function that changes a module's list.
seen = []

def main():
    seen.append(1)
    return seen
