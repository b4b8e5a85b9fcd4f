# phase: lower
# Blocks of a try begin anew at every assignment; the handler gets the values of then.
def f(x):
    n = 0
    try:
        n = 1
        x = 1 // x
        n = 2
    except ZeroDivisionError as e:
        return n
    return x
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = 1
# >  constant 2 = 2
# >  constant 3 = None
# >  global 0 = function f
# >  global 1 = class ZeroDivisionError
# >  results ("f")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "f" = global
# >    %1 = tuple %0
# >    return %1
# >  }
# >
# >  function 1 "f" parameters (pos "x") {
# >  b0(%0 "x"):
# >    %1 "n" = const {index=1}
# >    jump b2()
# >  b1(%2 "e"):
# >    %3 = global {index=1}
# >    %4 = exc_match %2, %3
# >    branch %4 b5() b4()
# >  b2():
# >    unwind b1()
# >    %5 = const {index=1}
# >    %6 "x" = binary %5, %0 {binary="//"}
# >    jump b3()
# >  b3():
# >    return %6
# >  b4():
# >    raise %2 {flag}
# >  b5():
# >    return %1
# >  }
