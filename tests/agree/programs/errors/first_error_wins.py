# Of several possible errors in one expression, the leftmost evaluated.
def attempt(g):
    try:
        return g()
    except Exception as e:
        return str(e)

def main():
    z, xs = 0, [1]
    return attempt(lambda: 1 / z + xs[5]), attempt(lambda: xs[5] + 1 / z), attempt(lambda: [xs["a"], 1 % z]), attempt(lambda: (z or 1 // z) + undefined), attempt(lambda: xs[1 // z] + undefined)
