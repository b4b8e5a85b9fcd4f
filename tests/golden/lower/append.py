# phase: lower
# append on a local is an assignment of the changed list.
def f(n):
    v = []
    for i in range(n):
        v.append(i)
    return v
# >  module entry 0 python 11
# >  constant 0 = None
# >  global 0 = function f
# >  global 1 = class range
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
# >    %1 "v" = list
# >    %2 = global {index=1}
# >    %3 = call %2, %0 {call=[.]}
# >    %4 = iter %3
# >    jump b1(%4, %1)
# >  b1(%5, %6 "v"):
# >    next %5 b2() b3()
# >  b2(%7 "i", %8):
# >    %9 "v" = method_update %6, %7 {name="append", call=[.]}
# >    jump b1(%8, %9)
# >  b3():
# >    return %6
# >  }
