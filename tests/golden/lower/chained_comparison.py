# phase: lower
# Each operand of a chain is evaluated once.
def f(a, b, c):
    return a < b <= c
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
# >    %3 = compare %0, %1 {compare="<"}
# >    %4 = truth %3
# >    branch %4 b2() b1(%3)
# >  b1(%5):
# >    return %5
# >  b2():
# >    %6 = compare %1, %2 {compare="<="}
# >    jump b1(%6)
# >  }
