# Bools that are accumulated, toggled and summed.
def main():
    on = False
    changes = 0
    total = 0
    for i in range(150000):
        flip = i % 3 == 0 or i % 5 == 0
        on = on != flip
        changes += flip
        total += on
    return on, changes, total, total + True
