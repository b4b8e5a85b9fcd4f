# `+=` of a list inside try, where the handler reads the list: it still changes in place.
def grow(text):
    xs = []
    try:
        try:
            xs.append(text)
            total = 0.5
            for i in range(200):
                total = total + i
            total = str(total)
        except Exception:
            xs = ["none"]
        finally:
            xs += [total]
            xs *= 2
            xs[0] = total[0]
        xs += [int(text)]
    except ValueError as e:
        return xs, str(e)
    return xs

def main():
    return [grow(text) for text in ["12", "x", "7", ""] * 20][:4]
