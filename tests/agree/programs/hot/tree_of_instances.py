# A search tree of immutable nodes: the node's type holds its own class, to a depth that nobody knows.
class Node:
    def __init__(self, key, left, right):
        self.key = key
        self.left = left
        self.right = right

    def insert(self, key):
        if key < self.key:
            return Node(self.key, Node(key, None, None) if self.left is None else self.left.insert(key), self.right)
        if key > self.key:
            return Node(self.key, self.left, Node(key, None, None) if self.right is None else self.right.insert(key))
        return self


def depth(node):
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))


def keys(node):
    return [] if node is None else keys(node.left) + [node.key] + keys(node.right)


def contains(node, key):
    while node is not None and node.key != key:
        node = node.left if key < node.key else node.right
    return node is not None


def main():
    root = Node(500, None, None)
    x = 1
    for i in range(300):
        x = (x * 1103515245 + 12345) % 2147483648
        root = root.insert(x % 1000)
    found = sum(1 for k in range(1000) if contains(root, k))
    return (depth(root), found, keys(root)[:5], keys(root)[-5:])
