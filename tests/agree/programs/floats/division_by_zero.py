# Float division by zero raises instead of giving infinity.
def attempt(f):
    try:
        return f()
    except ZeroDivisionError as e:
        return str(e)

def main():
    z = 0.0
    return attempt(lambda: 1.0 / z), attempt(lambda: 1.0 // z), attempt(lambda: 1.0 % z), attempt(lambda: divmod(1.0, -z)), attempt(lambda: 1 / -z)
