# A loop bounded by a huge range that ends early.
def main():
    for i in range(10**18):
        if i * i > 10**10:
            return i
