# A variable that becomes a float in one branch.
def mean(xs):
    total = 0
    for x in xs:
        total += x
    if len(xs) > 1:
        total = total / len(xs)
    return total

def main():
    return mean([4]), mean([4, 6]), mean([]), mean([1.5]), mean([True, True])
