# Breadth-first search with an index as the queue's head.
def distances(edges, n, start):
    seen = [-1] * n
    seen[start] = 0
    queue = [start]
    head = 0
    while head < len(queue):
        here = queue[head]
        head += 1
        for a, b in edges:
            if a == here and seen[b] < 0:
                seen[b] = seen[here] + 1
                queue.append(b)
    return seen

def main():
    return distances([(0, 1), (1, 2), (0, 3), (3, 2), (2, 4)], 6, 0)
