# __str__ and __repr__, each falling back as in CPython.
class Both:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"

class OnlyRepr:
    def __repr__(self):
        return "only"

def main():
    return str(Both()), f"{Both()!r}", str([Both()]), str(OnlyRepr()), f"{OnlyRepr()}", str((OnlyRepr(), Both()))
