# A list that becomes its own element.
def main():
    xs = [1]
    xs.append(xs)
    return len(xs), xs[1][1][0]
