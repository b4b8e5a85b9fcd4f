# A variable that is None first and an int later.
def main():
    last = None
    changes = 0
    for x in (3, 3, 5, 5, 5, 2):
        if last is not None and x != last:
            changes += 1
        last = x
    return last, changes
