# Exceptions can be stored, returned and raised later.
def check(n):
    return None if n > 0 else ValueError(f"{n} is not positive")

def main():
    problems = [check(n) for n in (1, -1, 0)]
    found = [str(p) for p in problems if p is not None]
    for p in problems:
        if p:
            raise p
    return found
