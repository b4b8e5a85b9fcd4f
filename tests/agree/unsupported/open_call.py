# Files.
def main():
    try:
        return open("/nonexistent/file")  # <-- unsupported
    except OSError:
        return "no such file"
