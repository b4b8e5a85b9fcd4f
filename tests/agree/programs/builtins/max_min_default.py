# default= serves for an empty iterable only.
def main():
    return max([], default=0), min((), default=None), max([3], default=9), min("", default="empty"), max((x for x in range(0)), default=-1, key=abs)
