# An exception in a handler goes outward, past the other handlers of the same try.
def main():
    z = 0
    try:
        try:
            1 / z
        except ZeroDivisionError:
            [][z]
        except IndexError:
            return "wrong"
    except IndexError as e:
        return "outer", str(e)
