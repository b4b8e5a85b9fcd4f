# Of equal values min and max give the first, so the sign of zero shows.
def main():
    return min(0.0, -0.0), min(-0.0, 0.0), max(0.0, -0.0), max(-0.0, 0.0), min(0, -0.0), max(False, 0, 0.0)
