# Assigning to the loop variable does not change the loop.
def main():
    seen = []
    for i in range(4):
        seen.append(i)
        i = i * 10
        seen.append(i)
    return seen, i
