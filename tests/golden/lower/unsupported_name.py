# phase: lower
# A builtin that is not supported stops the run where it is reached.
def f(flag):
    if flag:
        print("on")
    return 1
# >  module entry 0 python 11
# >  constant 0 = "on"
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
# >  function 1 "f" parameters (pos "flag") {
# >  b0(%0 "flag"):
# >    %1 = truth %0
# >    branch %1 b1() b2()
# >  b1():
# >    %2 = unsupported {name="'print' is not supported"}
# >    %3 = const
# >    %4 = call %2, %3 {call=[.]}
# >    jump b3()
# >  b2():
# >    jump b3()
# >  b3():
# >    %5 = const {index=1}
# >    return %5
# >  }
