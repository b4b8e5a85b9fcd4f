# The message of an assert is evaluated only when it fails.
def fail():
    raise ValueError("message evaluated")

def main():
    assert True, fail()
    assert [0], fail()
    assert "", fail()
