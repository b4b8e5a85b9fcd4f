# Closures made in a comprehension see its variable's last value.
def main():
    fs = [lambda x: x * k for k in range(5)]
    return [f(10) for f in fs]
