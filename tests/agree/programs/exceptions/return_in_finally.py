# A return in finally overrides returns and swallows exceptions.
def overrides():
    try:
        return "try"
    finally:
        return "finally"

def swallows():
    try:
        return 1 // 0
    finally:
        return "swallowed"

def main():
    return overrides(), swallows()
