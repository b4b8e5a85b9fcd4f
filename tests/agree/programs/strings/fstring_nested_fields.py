# Width and precision from fields of their own.
def main():
    width, digits = 10, 3
    x = 3.14159265
    return f"{x:{width}.{digits}f}|", f"{'a':>{width - 5}}|", f"{x:.{digits + 1}f}", f"{7:0{width}d}"
