# Chains of unary operators.
def main():
    x = 5
    return - - -x, ~-x, -~x, ~~x, not not x, - +x
