# A linear congruential generator whose products need more than 64 bits.
def main():
    state = 42
    out = []
    for _ in range(8):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out.append(state >> 33)
    return out
