# A loop that tries until it succeeds.
class Flaky(Exception):
    pass

def attempt(n):
    if n * n < 20:
        raise Flaky(n)
    return n

def main():
    tries = 0
    while True:
        try:
            result = attempt(tries)
            break
        except Flaky as e:
            tries = e.args[0] + 1
        finally:
            last = tries
    return result, tries, last
