# A plain integer loop with % and //.
def main():
    total = 0
    for i in range(300000):
        total += i % 7 * (i // 3)
    return total
