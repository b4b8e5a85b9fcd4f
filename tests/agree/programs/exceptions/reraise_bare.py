# raise without an expression sends the same exception on, with the first traceback.
def risky(z):
    return 1 // z

def main():
    try:
        risky(0)
    except ZeroDivisionError:
        x = "cleaning up"
        raise
