# Tuples with elements that are None or an int.
def main():
    low, high = None, None
    history = []
    for x in (5, 2, 9, 4):
        low = x if low is None or x < low else low
        high = x if high is None or x > high else high
        history.append((low, high))
    return history
