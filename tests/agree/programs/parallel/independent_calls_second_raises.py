# h fails while g is still at work: g's result is dropped.
def g(n):
    total = 0
    for i in range(n):
        total += i
    return total

def h():
    raise ValueError("h failed")

def main():
    try:
        return g(50000) + h()
    except ValueError as e:
        return str(e), g(10)
