# phase: lower
# In a condition they only branch.
def f(a, b):
    if a and not b:
        return 1
    return 2
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = None
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
# >  function 1 "f" parameters (pos "a", pos "b") {
# >  b0(%0 "a", %1 "b"):
# >    %2 = truth %0
# >    branch %2 b3() b2()
# >  b1():
# >    %3 = const
# >    return %3
# >  b2():
# >    %4 = const {index=1}
# >    return %4
# >  b3():
# >    %5 = truth %1
# >    branch %5 b2() b1()
# >  }
