# A tuple whose length changes around a loop.
def main():
    t = ()
    for i in range(20):
        t = t + (i * i,)
    return t, len(t), t[7]
