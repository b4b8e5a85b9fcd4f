# A local that one arm assigns is checked when it is read.
def f(flag):
    if flag:
        x = 1
    return x
def main():
    return f(False)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = None
# >  constant 2 = False
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
# >    %1 = unbound
# >    %2 = truth %0
# >    branch %2 b1() b2()
# >  b1():
# >    %3 "x" = const
# >    jump b3(%3)
# >  b2():
# >    jump b3(%1)
# >  b3(%4 "x"):
# >    %5 "x" = check_bound %4 {name="x"}
# >    return %5
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=2}
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
