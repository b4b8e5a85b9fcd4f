# Sums that are not numbers can't be reordered.
def main():
    return sum(((i % 3,) for i in range(3000)), ())[-7:], sum(([i] for i in range(500)), [])[250:255]
