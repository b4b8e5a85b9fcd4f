# In a condition they only branch.
def f(a, b):
    if a and not b:
        return 1
    return 2
def main():
    return f(1, 0)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = None
# >  constant 3 = 0
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
# >  function 1 "f" parameters (pos "a", pos "b") {
# >  b0(%0 "a", %1 "b"):
# >    %2 = truth %0
# >    branch %2 b3() b2()
# >  b1():
# >    %3 = const
# >    return %3
# >  b2():
# >    %4 = const {index=1}
# >    return %4
# >  b3():
# >    %5 = truth %1
# >    branch %5 b2() b1()
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const
# >    %2 = const {index=3}
# >    %3 = call %0, %1, %2 {call=[., .]}
# >    return %3
# >  }
