# phase: lower
# A local that one arm assigns is checked when it is read.
def f(flag):
    if flag:
        x = 1
    return x
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = None
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
# >  function 1 "f" parameters (pos "flag") {
# >  b0(%0 "flag"):
# >    %1 = unbound
# >    %2 = truth %0
# >    branch %2 b1() b2()
# >  b1():
# >    %3 "x" = const
# >    jump b3(%3)
# >  b2():
# >    jump b3(%1)
# >  b3(%4 "x"):
# >    %5 "x" = check_bound %4 {name="x"}
# >    return %5
# >  }
