# A call that raises a value of another type than its code expects has used up ranges and lists in a tuple.
def total(pair):
    span, scale = pair
    return sum(scale[0] * i for i in span) + 2 ** (scale[0] + 60)

def main():
    out = []
    for n in range(80):
        pair = (range(n), [n % 5])
        out.append(total(pair) % 1000007)
    return out[:9], sum(out)
