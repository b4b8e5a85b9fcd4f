# A variable that only one branch assigns.
def f(flag):
    if flag:
        value = "assigned"
    return value

def main():
    return f(True), f(False)
