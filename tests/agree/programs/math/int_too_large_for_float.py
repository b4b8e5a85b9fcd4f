# An integer that no float holds.
import math

def main():
    return math.sin(10**400)
