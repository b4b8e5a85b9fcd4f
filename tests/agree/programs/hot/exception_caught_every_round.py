# try/except inside a hot loop, taken now and then.
def main():
    total = 0
    failures = 0
    for i in range(100000):
        try:
            total += 1000 // (i % 50)
        except ZeroDivisionError:
            failures += 1
        else:
            total -= 1
    return total, failures
