# What a setter has changed before it raises stays changed.
class Log:
    def __init__(self):
        self.tried = 0
        self.value = None

    @property
    def last(self):
        return self.value

    @last.setter
    def last(self, v):
        self.tried += 1
        self.value = 10 // v


def main():
    log = Log()
    seen = []
    for v in (5, 0, 2, 0):
        try:
            log.last = v
        except ZeroDivisionError:
            seen.append(log.tried)
    return seen, log.last, log.tried
