# The type of a variable changes twice in the course of a hot loop.
def main():
    x = None
    log = []
    for i in range(120000):
        if i == 40000:
            x = 5
        elif i == 80000:
            x = x + 0.5
        elif x is not None:
            x = x + 1
        if i % 40000 == 39999:
            log.append(x)
    return log
