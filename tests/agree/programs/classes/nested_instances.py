# Instances as fields of instances, rebuilt on change.
class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

def insert(node, value):
    if node is None:
        return Node(value)
    if value < node.value:
        return Node(node.value, insert(node.left, value), node.right)
    return Node(node.value, node.left, insert(node.right, value))

def walk(node):
    return walk(node.left) + [node.value] + walk(node.right) if node else []

def depth(node):
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))

def main():
    root = None
    for v in (50, 30, 70, 20, 40, 60, 80, 10):
        root = insert(root, v)
    return walk(root), depth(root)
