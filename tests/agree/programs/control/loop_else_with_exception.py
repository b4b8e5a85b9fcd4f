# The else of a loop that an exception leaves does not run.
def f(xs):
    log = []
    try:
        for x in xs:
            log.append(10 // x)
        else:
            log.append("else")
    except ZeroDivisionError:
        log.append("zero")
    return log

def main():
    return f([1, 2]), f([5, 0, 1]), f([])
