# finally runs after a return, an exception and a normal end.
def f(x):
    log = ["start"]
    try:
        if x == 0:
            return log + ["returned"]
        log.append(6 // (x - 1))
    except ZeroDivisionError:
        log.append("caught")
    finally:
        log.append("finally")
    return log

def main():
    return f(0), f(1), f(3)
