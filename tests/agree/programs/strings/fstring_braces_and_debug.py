# Doubled braces and the self-documenting `=`.
def main():
    x = 42
    y = "a"
    return f"{{}}", f"{{{x}}}", f"{x=}", f"{y = }", f"{x + 1=}", f"{y=!s}", f"{x=:5d}|"
