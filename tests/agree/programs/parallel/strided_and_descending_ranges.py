# Ranges with a step, downward, and with large bounds.
def main():
    return (sum(i % 11 for i in range(0, 300000, 7)), sum(i % 13 for i in range(100000, 0, -3)),
            sum(i % 1000 for i in range(2**62, 2**62 + 20000)), sum(i % 1000 for i in range(2**63 - 5000, 2**63 + 5000)))
