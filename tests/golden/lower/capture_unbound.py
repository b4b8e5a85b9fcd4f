# phase: lower
# A captured variable that may be unassigned is checked where it is used.
def f(flag):
    if flag:
        x = 1
    return (lambda: x)()
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
# >    %5 "<lambda>" = function %4 {index=2}
# >    %6 = call %5 {call=[]}
# >    return %6
# >  }
# >
# >  function 2 "<lambda>" qualname "f.<locals>.<lambda>" captures ("x") {
# >  b0(%0 "x"):
# >    %1 "x" = check_bound %0 {name="x", flag}
# >    return %1
# >  }
