# One element function per `for`; the outer one gives generators to be flattened.
def f(n):
    return [(i, j) for i in range(n) for j in range(i) if i != j]
def main():
    return f(3)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 3
# >  global 0 = function f
# >  global 1 = function main
# >  global 2 = class range
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
# >    %1 = global {index=2}
# >    %2 = call %1, %0 {call=[.]}
# >    %3 "<listcomp>" = function {index=3}
# >    %4 = generator %2, %3 {flag}
# >    %5 = collect %4
# >    return %5
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
# >
# >  function 3 "<listcomp>" qualname "f.<locals>.<listcomp>" parameters (pos ".0") element {
# >  b0(%0 ".0"):
# >    %1 = global {index=2}
# >    %2 = call %1, %0 {call=[.]}
# >    %3 "<listcomp>" = function %0 {index=4}
# >    %4 = generator %2, %3
# >    return %4
# >  }
# >
# >  function 4 "<listcomp>" qualname "f.<locals>.<listcomp>" captures ("i") parameters (pos ".0") element {
# >  b0(%0 "i", %1 ".0"):
# >    %2 = compare %0, %1 {compare="!="}
# >    %3 = truth %2
# >    branch %3 b2() b1()
# >  b1():
# >    %4 = skip
# >    return %4
# >  b2():
# >    %5 = tuple %0, %1
# >    return %5
# >  }
