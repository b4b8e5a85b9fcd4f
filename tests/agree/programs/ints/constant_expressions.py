# Module constants computed from other constants.
KILO = 1 << 10
MEGA = KILO * KILO
HUGE = MEGA ** 5
NEGATIVE = -HUGE // 3

def main():
    return KILO, MEGA, HUGE, NEGATIVE, HUGE % (KILO - 1)
