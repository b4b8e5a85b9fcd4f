# A captured variable that one branch leaves unassigned.
def make(flag):
    if flag:
        base = 1
    def f():
        return base
    return f

def main():
    return make(True)(), make(False)()
