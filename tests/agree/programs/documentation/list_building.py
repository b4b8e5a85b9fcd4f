# v + [element], the fastest way to build a list there was.
def build(n):
    v = []
    for i in range(n):
        v = v + [i]
    return v

def main():
    v = build(3000)
    return len(v), v[:3], v[-3:], sum(v)
