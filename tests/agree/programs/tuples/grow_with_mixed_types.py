# A growing tuple with alternating element types.
def main():
    t = (0,)
    for i in range(6):
        t = t + ((i, str(i), i / 2)[i % 3],)
    return t
