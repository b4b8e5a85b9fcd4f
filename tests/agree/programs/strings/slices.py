# Slices with all combinations of bounds and steps.
def main():
    s = "0123456789"
    return [s[2:5], s[:3], s[7:], s[-3:], s[::3], s[::-1], s[8:2:-2], s[5:5], s[20:], s[-100:3], s[3:-100:-1]]
