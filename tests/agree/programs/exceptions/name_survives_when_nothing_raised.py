# The name keeps its old value when the handler does not run.
def main():
    e = "kept"
    try:
        x = 1
    except ValueError as e:
        x = 2
    return e, x
