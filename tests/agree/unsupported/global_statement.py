# Assigning to a module variable.
counter = 1

def main():
    global counter  # <-- unsupported
    counter = counter + 1  # <-- unsupported
    return counter
