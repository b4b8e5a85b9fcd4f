# else runs only when nothing was raised, and its exceptions are not caught.
def f(x):
    log = []
    try:
        y = 10 // x
    except ZeroDivisionError:
        log.append("zero")
    else:
        log.append(y)
        if y == 5:
            log.append([][0])
    log.append("after")
    return log

def main():
    return f(3), f(0), f(2)
