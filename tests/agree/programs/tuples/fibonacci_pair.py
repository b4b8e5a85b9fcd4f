# A pair of ints that overflow while it is carried around a loop.
def main():
    state = (0, 1)
    for _ in range(150):
        state = (state[1], state[0] + state[1])
    return state
