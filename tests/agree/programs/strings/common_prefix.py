# The longest common prefix of several words.
def prefix(words):
    shortest = min(words, key=len)
    for i, c in enumerate(shortest):
        if any(w[i] != c for w in words):
            return shortest[:i]
    return shortest

def main():
    return prefix(["flower", "flow", "flight"]), prefix(["dog", "car"]), prefix(["same", "same"]), prefix(["ab", "abc"])
