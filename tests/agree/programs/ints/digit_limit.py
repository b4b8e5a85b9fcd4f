# Converting a number of more than 4300 digits to text is refused.
def main():
    big = 10**5000
    try:
        return str(big)
    except ValueError as e:
        return str(e), big % 7, big > 10**4999
