# Bools are ordered like 0 and 1.
def main():
    return False < True, sorted([True, False, True]), max(False, True), min(True, 0), True > 0.5, sorted([2, True, 0, False])
