# Inner names hide outer ones of the same name.
x = "global"

def main():
    x = "main"
    def f():
        x = "f"
        def g():
            return x
        return g()
    def h(x):
        return x
    def k():
        return x
    return f(), h("argument"), k(), x
