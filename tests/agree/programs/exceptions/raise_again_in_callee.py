# A bare raise in a function raises what its caller handles.
def again():
    raise


def helper(n):
    try:
        return [10, 20][n]
    except IndexError:
        again()


def main():
    seen = []
    for n in (0, 5):
        try:
            seen.append(helper(n))
        except IndexError as e:
            seen.append(str(e))
            try:
                raise ValueError("inner")
            except ValueError:
                pass
            try:
                again()
            except IndexError as f:
                seen.append(f is e)
    try:
        again()
    except RuntimeError as e:
        seen.append(str(e))
    return seen
