# An endless loop that is left by return.
def find(start):
    n = start
    while True:
        n += 1
        if n % 7 == 3 and n % 5 == 2:
            return n

def main():
    return find(0), find(100), find(-50)
