# not binds tighter than and, and tighter than or.
def main():
    table = []
    for a in (False, True):
        for b in (False, True):
            for c in (False, True):
                table.append((a or b and c, not a and b or c, not (a or b) == c, a and not b or c and a))
    return table
