# A typed list meets a float, then a big integer, late in a hot loop.
def main():
    xs = []
    for i in range(60000):
        if i == 50000:
            xs.append(0.5)
        elif i == 55000:
            xs.append(2**70)
        else:
            xs.append(i)
    return len(xs), xs[49999:50002], xs[55000], sum(xs)
