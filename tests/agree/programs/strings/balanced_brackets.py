# A stack of characters held in a tuple.
def balanced(s):
    stack = ()
    pairs = ("()", "[]", "<>")
    for c in s:
        for p in pairs:
            if c == p[0]:
                stack = stack + (p[1],)
            elif c == p[1]:
                if not stack or stack[-1] != c:
                    return False
                stack = stack[:-1]
    return not stack

def main():
    return [balanced(s) for s in ("([])<>", "([)]", "", "((", ">", "<[()]>()")]
