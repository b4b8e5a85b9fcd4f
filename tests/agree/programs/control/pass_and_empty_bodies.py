# pass in every kind of block.
class Nothing:
    pass

def nothing():
    pass

def main():
    for _ in range(3):
        pass
    while False:
        pass
    else:
        x = 1
    if x:
        pass
    try:
        pass
    except ValueError:
        pass
    finally:
        pass
    return nothing(), x
