# The variable of a loop that never ran is unassigned.
def main():
    total = 0
    for i in range(0):
        total += i
    return total, i
