# A recursive inner function over captured data.
def main():
    weights = [3, 5, 2, 7]
    def best(i, room):
        if i == len(weights):
            return 0
        skip = best(i + 1, room)
        return max(skip, weights[i] + best(i + 1, room - weights[i])) if weights[i] <= room else skip
    return [best(0, room) for room in range(18)]
