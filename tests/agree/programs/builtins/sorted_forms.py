# sorted of every iterable, with key and reverse.
def main():
    return sorted([3, 1, 2]), sorted("hello", reverse=True), sorted((2.5, 1, True)), sorted([-3, 2, -1], key=abs), sorted(range(5), key=lambda x: -x), sorted([[2], [1, 5], []])
