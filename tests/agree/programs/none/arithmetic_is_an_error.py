# None can't be added.
def total(xs):
    result = None
    for x in xs:
        result = result + x
    return result

def main():
    return total([1, 2])
