# raise alone, outside of any handler.
def main():
    raise  # <-- unsupported
