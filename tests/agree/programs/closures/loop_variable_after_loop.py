# A closure sees how far the loop went.
def main():
    def where():
        return i
    for i in range(10):
        if i * i > 30:
            break
    return where(), i
