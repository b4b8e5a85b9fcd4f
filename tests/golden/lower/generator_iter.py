# phase: lower
# A generator expression asks for the iterator of what may not be iterable at once.
def f(xs):
    return (x + 1 for x in xs)
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 1
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
# >    %2 "<genexpr>" = function {index=2}
# >    %3 = generator %0, %2
# >    return %3
# >  }
# >
# >  function 2 "<genexpr>" qualname "f.<locals>.<genexpr>" parameters (pos ".0") element {
# >  b0(%0 ".0"):
# >    %1 = const {index=1}
# >    %2 = binary %0, %1 {binary="+"}
# >    return %2
# >  }
