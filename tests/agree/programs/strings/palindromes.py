# Comparing a text with its reverse.
def is_palindrome(s):
    return s == s[::-1]

def main():
    return [w for w in ("level", "", "ab", "été", "noon", "moon") if is_palindrome(w)]
