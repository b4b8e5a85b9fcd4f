# A builtin that is not supported stops the run where it is reached.
def f(flag):
    if flag:
        print("on")
    return 1
def main():
    return f(False)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = "on"
# >  constant 1 = 1
# >  constant 2 = None
# >  constant 3 = False
# >  global 0 = function f
# >  global 1 = function main
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "main" = global {index=1}
# >    %1 "__fora_result__" = call %0 {call=[]}
# >    %2 = tuple %1
# >    return %2
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
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=3}
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
