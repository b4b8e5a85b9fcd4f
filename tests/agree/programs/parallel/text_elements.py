# Joining the text of many elements by sum of lengths and by concatenation.
def main():
    words = [str(i * i) for i in range(5000)]
    text = ""
    for w in words[:300]:
        text += w
    return sum(len(w) for w in words), max(words), min(words), len(text), text[-20:]
