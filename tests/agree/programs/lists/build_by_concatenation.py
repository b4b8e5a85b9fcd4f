# v = v + [x], the documented way to build a list.
def main():
    v = []
    for i in range(50):
        v = v + [i % 7]
    return v, len(v)
