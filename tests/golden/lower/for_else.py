# phase: lower
# `else` runs at the end of the iterable, and not after break.
def f(xs):
    for x in xs:
        if x:
            break
    else:
        return None
    return x
# >  module entry 0 python 11
# >  constant 0 = None
# >  global 0 = function f
# >  results ("f")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "f" = global
# >    %1 = tuple %0
# >    return %1
# >  }
# >
# >  function 1 "f" parameters (pos "xs") {
# >  b0(%0 "xs"):
# >    %1 = iter %0
# >    jump b1(%1)
# >  b1(%2):
# >    next %2 b2() b3()
# >  b2(%3 "x", %4):
# >    %5 = truth %3
# >    branch %5 b4() b5()
# >  b3():
# >    %6 = const
# >    return %6
# >  b4():
# >    return %3
# >  b5():
# >    jump b1(%4)
# >  }
