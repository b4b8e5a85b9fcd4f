# Removing the last item.
def main():
    xs = [3, 1, 2]
    last = xs.pop()
    return last, xs
