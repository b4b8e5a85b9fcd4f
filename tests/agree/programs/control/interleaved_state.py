# Three variables updated in turn under several conditions.
def main():
    a, b, c = 1, 1, 0
    trace = []
    for i in range(12):
        if i % 3 == 0:
            a, b = b, a + b
        elif a > b:
            c -= a
        else:
            c += b
        trace.append((a, b, c))
    return trace
