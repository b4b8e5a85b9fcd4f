# Two nested functions that refer to each other before the second is defined.
def main():
    def down(n, log):
        return up(n - 1, log + ["d"]) if n > 0 else log
    def up(n, log):
        return down(n - 2, log + ["u"]) if n > 0 else log
    return down(7, []), up(4, [])
