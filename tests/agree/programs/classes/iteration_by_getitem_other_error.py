# Any other exception of __getitem__ ends the iteration as an error.
class Bad:
    def __getitem__(self, i):
        return 10 // (2 - i)

def main():
    seen = []
    for x in Bad():
        seen.append(x)
    return seen
