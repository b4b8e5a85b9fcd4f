# A search tree of nested triples.
def insert(tree, key):
    if tree is None:
        return (None, key, None)
    left, here, right = tree
    if key < here:
        return (insert(left, key), here, right)
    return (left, here, insert(right, key))

def walk(tree):
    if tree is None:
        return []
    return walk(tree[0]) + [tree[1]] + walk(tree[2])

def main():
    tree = None
    for key in (5, 2, 8, 1, 9, 3, 5):
        tree = insert(tree, key)
    return walk(tree)
