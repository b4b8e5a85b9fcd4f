# += of immutable sequences makes new ones.
def main():
    s = t = "a"
    s += "b"
    u = v = (1,)
    u += (2,)
    u *= 2
    return s, t, u, v
