# The notorious default list.
def f(x, log=[]):
    log.append(x)
    return len(log)

def main():
    return f(1), f(2), f(3)
