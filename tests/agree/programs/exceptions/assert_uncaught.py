# A failing assert.
def mean(xs):
    assert len(xs) > 0, "no data"
    return sum(xs) / len(xs)

def main():
    return mean([1, 2]) + mean([])
