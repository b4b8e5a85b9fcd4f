# !r and !s choose repr or str.
def main():
    s = "it's\n"
    return f"{s!r}", f"{s!s}", f"{[s]}", f"{[s]!s}", f"{1.0!r}", f"{s!a}", f"{'é'!a}"
