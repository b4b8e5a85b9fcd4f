# any over a long range, found early, late and never.
def main():
    return any(i * i == 49 for i in range(100000)), any(i == 99999 for i in range(100000)), any(i < 0 for i in range(50000))
