# De Morgan's laws over all combinations.
def main():
    cases = [(a, b) for a in (True, False) for b in (True, False)]
    return all((not (a and b)) == (not a or not b) and (not (a or b)) == (not a and not b) for a, b in cases)
