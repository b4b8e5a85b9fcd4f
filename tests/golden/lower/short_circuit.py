# phase: lower
# and, or give the operand that decides.
def f(a, b, c):
    return a and b or c
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
# >  function 1 "f" parameters (pos "a", pos "b", pos "c") {
# >  b0(%0 "a", %1 "b", %2 "c"):
# >    %3 = truth %0
# >    branch %3 b3() b2(%0)
# >  b1(%4):
# >    return %4
# >  b2(%5):
# >    %6 = truth %5
# >    branch %6 b1(%5) b4()
# >  b3():
# >    jump b2(%1)
# >  b4():
# >    jump b1(%2)
# >  }
