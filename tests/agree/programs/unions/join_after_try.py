# The type after a try depends on whether it failed.
def read(s):
    value = None
    try:
        value = float(s)
    except ValueError:
        value = s
    else:
        if value == int(value):
            value = int(value)
    return value

def main():
    return [read(s) for s in ("2", "2.5", "two", "1e2", "")]
