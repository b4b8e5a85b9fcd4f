# Elements after the first difference are not compared.
def main():
    return (1, "a") < (2, None), (1, None) == (1, None), (1, "a") == (1, 5), ("a", 1) < ("b", "c")
