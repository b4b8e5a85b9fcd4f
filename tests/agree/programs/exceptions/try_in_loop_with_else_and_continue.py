# else, continue and finally together in a loop.
def main():
    log = []
    for x in (2, 0, 5, "x"):
        try:
            y = 10 // x
        except ZeroDivisionError:
            log.append("zero")
            continue
        except TypeError:
            log.append("type")
        else:
            if y == 2:
                continue
            log.append(y)
        finally:
            log.append("f")
        log.append("end")
    return log
