# Edit distance with two rows.
def distance(a, b):
    row = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        new = [i]
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            new.append(min(row[j] + 1, new[j - 1] + 1, row[j - 1] + cost))
        row = new
    return row[-1]

def main():
    return distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"), distance("same", "same")
