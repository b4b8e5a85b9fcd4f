# A traceback through builtins that call back.
def parse(s):
    return int(s)

def main():
    return sum(map(lambda s: parse(s) * 2, ["1", "2", "three"]))
