# Quotes, raw strings, implicit concatenation, triple quotes.
def main():
    return 'a"b', "it's", r"\n\d", "one" "two" 'three', """first
second""", 'tab\tnew\nline', "back\\slash"
