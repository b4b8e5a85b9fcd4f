# A handler without a class catches everything.
class Odd(BaseException):
    pass

def f(e):
    try:
        raise e
    except ValueError:
        return "value"
    except:
        return "bare"

def main():
    return f(ValueError()), f(TypeError()), f(Odd())
