# phase: lower
# A loop variable is a block argument.
def f(n):
    i = 0
    while i < n:
        i = i + 1
    return i
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = 1
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
# >  function 1 "f" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 "i" = const
# >    jump b1(%1)
# >  b1(%2 "i"):
# >    %3 = compare %2, %0 {compare="<"}
# >    %4 = truth %3
# >    branch %4 b2() b3()
# >  b2():
# >    %5 = const {index=1}
# >    %6 "i" = binary %2, %5 {binary="+"}
# >    jump b1(%6)
# >  b3():
# >    return %2
# >  }
