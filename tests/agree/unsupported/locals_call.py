# The variables as a dict.
def main():
    x = 1
    return len(locals())  # <-- unsupported
