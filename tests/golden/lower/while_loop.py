# A loop variable is a block argument.
def f(n):
    i = 0
    while i < n:
        i = i + 1
    return i
def main():
    return f(3)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = 1
# >  constant 2 = None
# >  constant 3 = 3
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
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=3}
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
