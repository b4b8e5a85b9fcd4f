# States as classes that return their successors.
class Off:
    def press(self, n):
        return On(n)
    def show(self):
        return "off"

class On:
    def __init__(self, level):
        self.level = level
    def press(self, n):
        return On(self.level + n) if self.level + n < 5 else Off()
    def show(self):
        return "on" + str(self.level)

def main():
    state = Off()
    seen = []
    for n in (1, 2, 1, 1, 3, 4):
        state = state.press(n)
        seen.append(state.show())
    return seen
