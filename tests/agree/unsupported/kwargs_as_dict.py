# **kwargs used as a dict.
def f(**kwargs):
    return kwargs["a"]  # <-- unsupported

def main():
    return f(a=1)
