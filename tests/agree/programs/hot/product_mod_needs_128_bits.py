# The product overflows in every iteration, the state never does.
def main():
    state = 88172645463325252
    acc = 0
    for _ in range(100000):
        state = state * 6364136223846793005 % 9223372036854775783
        acc ^= state
    return state, acc
