# Chains of elif.
def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70:
        return "C"
    else:
        return "F"

def main():
    return [grade(n) for n in (95, 90, 85, 70, 69.9, -1)]
