# Subscripts of things that have none, and with wrong indices.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: (5)[0]), attempt(lambda: None[0]), attempt(lambda: abs[0]), attempt(lambda: (lambda: 0)[1]), attempt(lambda: [1]["a"]), attempt(lambda: (1,)[None]), attempt(lambda: "a"[1.5]), attempt(lambda: [1][1.0:]), attempt(lambda: range(3)["x"])
