# Branches on constants, including unreachable code.
DEBUG = False

def main():
    if DEBUG:
        return undefined_name
    while 0:
        undefined_too
    if 1:
        x = "one"
    else:
        x = missing
    return x
