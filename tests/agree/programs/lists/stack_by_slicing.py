# A stack of mixed values, popped by slicing: a small calculator.
def calculate(tokens):
    stack = []
    for t in tokens:
        if t == "+":
            stack = stack[:-2] + [stack[-2] + stack[-1]]
        elif t == "*":
            stack = stack[:-2] + [stack[-2] * stack[-1]]
        else:
            stack.append(t)
    return stack[-1]

def main():
    return calculate([2, 3, "+", 4, "*"]), calculate([1.5, 2, "*"]), calculate([10**12, 10**12, "*", 1, "+"])
