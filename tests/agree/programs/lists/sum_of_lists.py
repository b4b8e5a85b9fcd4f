# sum with a list as the start joins lists.
def main():
    return sum([[1], [2, 3], []], []), sum([(1,), (2,)], ()), len(sum([[i] * i for i in range(20)], []))
