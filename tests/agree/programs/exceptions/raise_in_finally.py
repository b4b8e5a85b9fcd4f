# A bare raise in a finally clause raises what passes it.
def main():
    seen = []
    try:
        try:
            [][0]
        finally:
            raise
    except IndexError as e:
        seen.append(str(e))
    try:
        try:
            pass
        finally:
            raise
    except RuntimeError as e:
        seen.append(str(e))
    return seen
