# A tuple that grows by one in every round.
def buildTuple(ct):
    res = ()
    for ix in range(ct):
        res = res + (ix,)
    return res

def main():
    return buildTuple(100), buildTuple(0), len(buildTuple(1000))
