# A name that exists nowhere.
def main():
    x = 1
    return x + undefined_thing
