# float() of something that is no number.
def main():
    return float([1.0])
