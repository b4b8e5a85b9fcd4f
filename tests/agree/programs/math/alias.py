# The module and its functions under other names.
import math as m

sine = m.sin

def main():
    local = m
    return sine(1.0), local.cos(0.0), m.pi
