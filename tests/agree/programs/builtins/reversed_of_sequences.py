# reversed of lists, tuples, text, ranges and of instances with __getitem__ and __len__.
class Letters:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return "xyz"[i]

def main():
    return list(reversed([1, 2, 3])), tuple(reversed((1, "a"))), list(reversed("abc")), list(reversed(range(0, 10, 3))), list(reversed(Letters())), sum(reversed([1, 2]))
