# The captured variable is assigned in one of two branches.
def make(flag):
    if flag:
        base = 10
    else:
        base = "ten"
    return lambda k: base * k

def main():
    return make(True)(3), make(False)(2)
