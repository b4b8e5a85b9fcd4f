# A hot loop that runs over the end of a list.
def main():
    xs = [i % 10 for i in range(100000)]
    total = 0
    i = 0
    while True:
        total += xs[i]
        i += 1
