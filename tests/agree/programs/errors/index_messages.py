# IndexError of each sequence, reading.
def attempt(f):
    try:
        return f()
    except IndexError as e:
        return str(e)

def main():
    i = 9
    return attempt(lambda: [1][i]), attempt(lambda: (1,)[i]), attempt(lambda: "a"[i]), attempt(lambda: range(2)[i]), attempt(lambda: [][-i]), attempt(lambda: ""[0]), attempt(lambda: (1, 2)[-i])
