# phase: lower
# sum() has used the generator up before the next assignment: no cell in the loop.
def f(xs):
    total = 0
    for k in xs:
        total += sum(k * x for x in xs)
    return total
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = builtin 23
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
# >  function 1 "f" parameters (pos "xs") {
# >  b0(%0 "xs"):
# >    %1 "total" = const
# >    %2 = iter %0
# >    jump b1(%2, %1)
# >  b1(%3, %4 "total"):
# >    next %3 b2() b3()
# >  b2(%5 "k", %6):
# >    %7 = const {index=1}
# >    %8 = iter %0
# >    %9 "<genexpr>" = function %5 {index=2}
# >    %10 = generator %0, %9
# >    %11 = call %7, %10 {call=[.]}
# >    %12 "total" = inplace %4, %11 {binary="+"}
# >    jump b1(%6, %12)
# >  b3():
# >    return %4
# >  }
# >
# >  function 2 "<genexpr>" qualname "f.<locals>.<genexpr>" captures ("k") parameters (pos ".0") element {
# >  b0(%0 "k", %1 ".0"):
# >    %2 = binary %0, %1 {binary="*"}
# >    return %2
# >  }
