# raise e adds the line of the raise to the traceback.
def risky(z):
    return 1 // z

def main():
    try:
        risky(0)
    except ZeroDivisionError as e:
        raise e
