# Text of bools, also inside containers.
def main():
    return str(True), f"{False}", str([True, (False,)]), f"{True:d}", f"{1 == 1!r}"
