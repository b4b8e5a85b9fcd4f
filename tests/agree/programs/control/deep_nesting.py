# Six levels of nested statements.
def main():
    out = []
    for a in range(3):
        if a != 1:
            for b in range(2):
                while True:
                    if a > b:
                        for c in "xy":
                            if c == "y" and a == 2:
                                out.append((a, b, c))
                    break
    return out
