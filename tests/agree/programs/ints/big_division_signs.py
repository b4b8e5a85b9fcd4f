# Floor division and remainder of big integers round toward minus infinity too.
def main():
    big = 10**21 + 3
    return big // -7, -big // 7, big % -7, -big % 7, -big % -7, big // -(10**20), big % -(10**20)
