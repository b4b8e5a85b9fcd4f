# A keyword given directly and again through **kwargs.
def target(a=0, b=0):
    return a - b

def relay(**kwargs):
    return target(a=1, **kwargs)

def main():
    return relay(b=2), relay(a=5)
