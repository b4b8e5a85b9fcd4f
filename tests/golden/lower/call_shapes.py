# phase: lower
# Arguments keep their kinds.
def f(g, a, d):
    return g(1, *a, k=2, **d)
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
# >  function 1 "f" parameters (pos "g", pos "a", pos "d") {
# >  b0(%0 "g", %1 "a", %2 "d"):
# >    %3 = const
# >    %4 = const {index=1}
# >    %5 = call %0, %3, %1, %4, %2 {call=[., *, "k", **]}
# >    return %5
# >  }
