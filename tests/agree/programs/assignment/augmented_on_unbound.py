# Augmented assignment of a local that was never assigned.
def main():
    if False:
        x = 0
    x += 1
    return x
