# append on a local list.
def main():
    xs = []
    for i in range(5):
        xs.append(i * i)
    xs.append("end")
    return xs, len(xs)
