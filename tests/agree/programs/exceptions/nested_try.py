# try statements within try, except, else and finally.
def f(a, b):
    log = []
    try:
        try:
            log.append(a // b)
        except ZeroDivisionError:
            log.append("inner")
            try:
                log.append([1][a])
            except IndexError:
                log.append("handler's own")
        else:
            try:
                log.append("x" + a)
            except TypeError:
                log.append("else's own")
    finally:
        try:
            log.append(b // (b - 1))
        except ZeroDivisionError:
            log.append("finally's own")
    return log

def main():
    return f(0, 0), f(5, 0), f(6, 3), f(7, 1)
