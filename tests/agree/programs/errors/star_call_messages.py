# Stars of things that can't be unpacked.
def f(*args, **kwargs):
    return args

def attempt(g):
    try:
        return g()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: f(*5)), attempt(lambda: [*5]), attempt(lambda: (*None,)), attempt(lambda: f(**5))
