# The else of a while loop runs unless break left it.
def search(n, limit):
    i = 0
    while i < limit:
        if i * i == n:
            break
        i += 1
    else:
        return f"no root of {n}"
    return i

def main():
    return search(49, 10), search(50, 10), search(0, 0)
