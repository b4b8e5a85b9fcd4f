# phase: lower
# The element is unpacked into all targets before any is assigned.
def f(pairs):
    total = 0
    for a, (b, *c) in pairs:
        total = total + a + b
    return total
# >  module entry 0 python 11
# >  constant 0 = 0
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
# >  function 1 "f" parameters (pos "pairs") {
# >  b0(%0 "pairs"):
# >    %1 "total" = const
# >    %2 = iter %0
# >    jump b1(%2, %1)
# >  b1(%3, %4 "total"):
# >    next %3 b2() b3()
# >  b2(%5, %6):
# >    %7 = unpack %5 {unpack=2,0}
# >    %8 "a" = tuple_item %7
# >    %9 = tuple_item %7 {index=1}
# >    %10 = unpack %9 {unpack=1,0,starred}
# >    %11 "b" = tuple_item %10
# >    %12 = binary %4, %8 {binary="+"}
# >    %13 "total" = binary %12, %11 {binary="+"}
# >    jump b1(%6, %13)
# >  b3():
# >    return %4
# >  }
