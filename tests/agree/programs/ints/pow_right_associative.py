# ** binds to the right and tighter than unary minus on its left.
def main():
    return 2**3**2, (2**3)**2, -3**2, 2**-1, 2**-2**2
