# A class that derives from a builtin type.
class Even(int):  # <-- unsupported
    def half(self):
        return self // 2

def main():
    return Even(8).half() + Even(2)  # <-- unsupported
