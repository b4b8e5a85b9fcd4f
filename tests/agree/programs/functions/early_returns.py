# Several returns with different types.
def classify(x):
    if isinstance(x, str):
        return len(x)
    for limit in (10, 100, 1000):
        if x < limit:
            return str(limit)
    return None

def main():
    return classify("four"), classify(5), classify(50), classify(999), classify(5000), classify(2.5)
