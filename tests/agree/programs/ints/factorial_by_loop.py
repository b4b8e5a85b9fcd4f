# A factorial outgrows 64 bits in the middle of its loop.
def main():
    result = 1
    for i in range(1, 31):
        result = result * i
    return result
