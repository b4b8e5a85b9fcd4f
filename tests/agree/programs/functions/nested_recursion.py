# A nested function that calls itself.
def main():
    limit = 50
    def climb(n):
        return [n] + climb(n * 2 + 1) if n < limit else []
    return climb(1), climb(60)
