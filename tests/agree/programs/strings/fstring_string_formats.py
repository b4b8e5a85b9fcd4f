# Alignment and truncation of text.
def main():
    s = "abc"
    return f"{s:>6}|", f"{s:<6}|", f"{s:^7}|", f"{s:.2}", f"{s:-^9}", f"{s:5.1}|", f"{'é':>3}", f"{s!r:>7}"
