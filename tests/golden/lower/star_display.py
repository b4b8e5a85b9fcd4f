# phase: lower
# Runs of items extend the list between what is starred.
def f(a, b):
    return (1, *a, 2, 3, *b)
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = 3
# >  constant 3 = None
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
# >    %2 = const
# >    %3 = list %2
# >    %4 = list_extend %3, %0
# >    %5 = const {index=1}
# >    %6 = const {index=2}
# >    %7 = tuple %5, %6
# >    %8 = list_extend %4, %7
# >    %9 = list_extend %8, %1
# >    %10 = list_to_tuple %9
# >    return %10
# >  }
