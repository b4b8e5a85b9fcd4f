# A coroutine.
async def f():  # <-- unsupported
    return 1

def main():
    c = f()  # <-- unsupported
    try:
        c.send(None)  # <-- unsupported
    except StopIteration as e:
        return e.value  # <-- unsupported
