# Module constants of every type, read from functions.
I = -3
F = 2.5e-3
S = "é" * 2
B = not True
N = None
T = (1, ("a", I))
L = [I, F, S]

def main():
    return I, F, S, B, N, T, L, len(L) + T[0]
