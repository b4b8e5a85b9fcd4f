# Exception groups.
def main():
    try:  # <-- unsupported
        raise ValueError("x")
    except* ValueError:  # <-- unsupported
        pass
    return 1
