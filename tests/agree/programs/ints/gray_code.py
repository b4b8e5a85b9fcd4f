# Gray codes and their inverse.
def gray(n):
    return n ^ (n >> 1)

def ungray(g):
    n = 0
    while g:
        n ^= g
        g >>= 1
    return n

def main():
    return [gray(i) for i in range(16)], all(ungray(gray(i)) == i for i in range(200)), ungray(gray(2**80 + 99))
