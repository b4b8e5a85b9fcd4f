# Unpacking an endless sequence stops one element after what it needs.
class Endless:
    def __getitem__(self, i):
        if i > 5:
            raise ValueError("read too far")
        return i

def main():
    try:
        a, b, c = Endless()
    except ValueError as e:
        return str(e)
