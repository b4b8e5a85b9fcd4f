# Appending values of other types to a typed list.
def main():
    xs = [1, 2]
    xs.append(3.5)
    xs.append(True)
    xs.append(None)
    xs.append("s")
    xs.append(2**80)
    xs.append([1])
    return xs
