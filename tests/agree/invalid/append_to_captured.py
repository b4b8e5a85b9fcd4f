# A closure that changes a captured list.
def main():
    log = []
    def note(x):
        log.append(x)
        return x
    note(1)
    note(2)
    return log
