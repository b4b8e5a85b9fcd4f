# // of floats floors and keeps the float type.
def main():
    return [7.5 // 2, -7.5 // 2, 7.5 // -2, -7.5 // -2, 1.0 // 0.1, 0.0 // 5, -0.0 // 5, 6.0 // 3, 1e300 // 1e-10]
