# phase: lower
# A variable that is not assigned after the closure exists is captured by value.
def scale(k):
    return lambda x: x * k
# >  module entry 0 python 11
# >  constant 0 = None
# >  global 0 = function scale
# >  results ("scale")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "scale" = global
# >    %1 = tuple %0
# >    return %1
# >  }
# >
# >  function 1 "scale" parameters (pos "k") {
# >  b0(%0 "k"):
# >    %1 "<lambda>" = function %0 {index=2}
# >    return %1
# >  }
# >
# >  function 2 "<lambda>" qualname "scale.<locals>.<lambda>" captures ("k") parameters (pos "x") {
# >  b0(%0 "k", %1 "x"):
# >    %2 = binary %1, %0 {binary="*"}
# >    return %2
# >  }
