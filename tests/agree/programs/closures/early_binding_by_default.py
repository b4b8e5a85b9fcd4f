# A default argument fixes the value of the moment.
def main():
    fs = [lambda x, k=k: x * k for k in range(5)]
    return [f(10) for f in fs]
