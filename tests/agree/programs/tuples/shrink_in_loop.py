# A tuple consumed from the front by slicing.
def main():
    t = (1, 2, 3, 4, 5)
    total = 0
    while t:
        total = total * 10 + t[0]
        t = t[1:]
    return total, t
