# Negative zero keeps its sign through arithmetic but equals zero.
def main():
    z = -0.0
    return z, z == 0.0, z + 0.0, z - 0.0, 0.0 - 0.0, z * 5, z * -1, -z, abs(z), z + z, 0.0 * -3.0, z / 7
