# Closures made in a loop all see the variable's last value.
def main():
    fs = []
    for i in range(4):
        fs.append(lambda: i)
    return [f() for f in fs]
