# A function that returns different types.
def parse(s):
    if s == "none":
        return None
    try:
        return int(s)
    except ValueError:
        try:
            return float(s)
        except ValueError:
            return s

def main():
    values = [parse(s) for s in ("1", "2.5", "none", "x1", "1e3", "-7")]
    return values, sum(v for v in values if isinstance(v, (int, float)))
