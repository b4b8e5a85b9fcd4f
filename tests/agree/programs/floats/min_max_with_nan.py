# min and max keep the first operand when nan makes comparisons false.
def main():
    nan = float("nan")
    return min(nan, 1.0), min(1.0, nan), max(nan, 1.0), max(1.0, nan), min([3.0, nan, 1.0]), max([3.0, nan, 5.0])
