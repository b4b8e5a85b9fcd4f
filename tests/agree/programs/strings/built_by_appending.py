# Long strings built by +=: what others refer to stays as it is.
def build(n, part):
    text = ""
    kept = []
    for i in range(n):
        if i % 2000 == 1999:
            kept.append(text)
        text += str(i % 1000)
        text += part if i % 500 == 499 else ","
    return text, kept


def doubled(text, n):
    before = text
    for i in range(n):
        text += text
    return before, len(text), text[-5:]


def front(n):
    text = "x"
    for i in range(n):
        text = "ab" + text
        other = text
        text += "c"
        if other == text:
            return None
    return len(text), text[:4], text[-4:]


def main():
    text, kept = build(20000, "é")
    wide, more = build(9000, "\u4e2d")
    widest, most = build(3000, "\U0001f600")
    checks = [(len(t), t[:9], t[-9:], t[len(t) // 2]) for t in kept + more + most]
    return (len(text), len(wide), len(widest), checks, wide[-40:], widest[-20:], doubled("abc", 12), front(300))
