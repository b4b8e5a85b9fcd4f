# A hot loop that divides by zero after many rounds.
def main():
    total = 0
    for i in range(150000):
        total += 1000000 // (123456 - i)
    return total
