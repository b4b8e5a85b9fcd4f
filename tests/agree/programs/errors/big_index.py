# Indices and repeat counts beyond 64 bits.
def attempt(f):
    try:
        return f()
    except IndexError as e:
        return "index: " + str(e)
    except OverflowError as e:
        return "overflow: " + str(e)

def main():
    big = 2**80
    return attempt(lambda: [1][big]), attempt(lambda: "abc"[-big]), attempt(lambda: [1] * big), attempt(lambda: "ab" * big), [1, 2][:big], "abc"[-big:2], (1, 2)[big:]
