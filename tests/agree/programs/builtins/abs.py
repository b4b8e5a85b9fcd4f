# abs of every kind of number, and of others.
def main():
    xs = [abs(-3), abs(3.5), abs(-0.0), abs(True), abs(-(10**30))]
    try:
        abs("x")
    except TypeError as e:
        return xs, str(e)
