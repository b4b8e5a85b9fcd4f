# A partial harmonic sum, forwards and backwards.
def main():
    forward = 0.0
    for i in range(1, 2000):
        forward += 1.0 / i
    backward = 0.0
    for i in range(1999, 0, -1):
        backward += 1.0 / i
    return forward, backward
