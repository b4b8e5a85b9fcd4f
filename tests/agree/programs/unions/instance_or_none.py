# A field that is an instance or None.
class Node:
    def __init__(self, value, rest=None):
        self.value = value
        self.rest = rest

def total(node):
    result = 0
    while node:
        result += node.value
        node = node.rest
    return result

def main():
    return total(Node(1, Node(2.5, Node(3)))), total(None), Node(1).rest is None
