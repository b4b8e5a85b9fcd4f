# Importing a name from a module that is not supported.
from itertools import chain  # <-- unsupported

def main():
    return list(chain([1], [2]))  # <-- unsupported
