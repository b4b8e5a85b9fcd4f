# A name assigned anywhere in a function is local in all of it.
count = 10

def bump():
    before = count
    count = before + 1
    return count

def main():
    return bump()
