# continue in a while loop goes to the condition.
def main():
    i = 0
    seen = []
    while i < 10:
        i += 1
        if i % 2:
            continue
        if i > 7:
            break
        seen.append(i)
    return seen, i
