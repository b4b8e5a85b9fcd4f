# A variable of four types, told apart by isinstance.
def describe(x):
    if isinstance(x, bool):
        return "bool"
    elif isinstance(x, int):
        return "int" + str(x + 1)
    elif isinstance(x, float):
        return "float" + str(x * 2)
    return "str" + x

def main():
    values = []
    for i in range(8):
        if i % 4 == 0:
            v = i
        elif i % 4 == 1:
            v = i / 2
        elif i % 4 == 2:
            v = i > 3
        else:
            v = "s" * i
        values.append(describe(v))
    return values
