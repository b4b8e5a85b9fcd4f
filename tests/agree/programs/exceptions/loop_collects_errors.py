# try inside a loop; the messages of different failures.
def main():
    out = []
    for x in (1, 0, "a", None, 2.5, [], (3,)):
        try:
            out.append(10 / x)
        except ZeroDivisionError as e:
            out.append(str(e))
        except TypeError as e:
            out.append(str(e))
    return out
