# Exception classes with inheritance.
class AppError(Exception):
    pass

class NotFound(AppError):
    pass

class Denied(AppError, ValueError):
    pass

def kind(e):
    try:
        raise e
    except NotFound:
        return "not found"
    except ValueError:
        return "value"
    except AppError:
        return "app"

def main():
    return kind(NotFound()), kind(Denied("d")), kind(AppError()), issubclass(Denied, AppError), isinstance(NotFound(), Exception)
