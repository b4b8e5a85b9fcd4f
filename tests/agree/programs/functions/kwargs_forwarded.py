# **kwargs passed on as keyword arguments of another call.
def area(width=1, height=1, scale=1):
    return width * height * scale

def doubled(**kwargs):
    return 2 * area(**kwargs)

def main():
    return doubled(), doubled(width=3), doubled(height=2, scale=5, width=7)
