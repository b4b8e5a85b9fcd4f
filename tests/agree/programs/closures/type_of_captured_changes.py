# The captured variable changes its type between calls.
def main():
    value = None
    def show():
        return value if value is not None else "nothing"
    seen = [show()]
    value = 3
    seen.append(show())
    value = 2.5
    seen.append(show())
    value = (value, "t")
    seen.append(show())
    return seen
