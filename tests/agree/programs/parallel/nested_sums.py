# A sum inside a sum, triangular.
def main():
    return sum(sum(i * j for j in range(i)) for i in range(400)), sum(sum(1 for j in range(i % 50)) for i in range(3000))
