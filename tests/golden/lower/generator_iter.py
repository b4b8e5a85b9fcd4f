# A generator expression asks for the iterator of what may not be iterable at once.
def f(xs):
    return (x + 1 for x in xs)
def main():
    return list(f([1, 2]))
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 1
# >  constant 2 = 2
# >  global 0 = function f
# >  global 1 = function main
# >  global 2 = class list
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
# >  function 1 "f" parameters (pos "xs") {
# >  b0(%0 "xs"):
# >    %1 = iter %0
# >    %2 "<genexpr>" = function {index=3}
# >    %3 = generator %0, %2
# >    return %3
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global {index=2}
# >    %1 = global
# >    %2 = const {index=1}
# >    %3 = const {index=2}
# >    %4 = list %2, %3
# >    %5 = call %1, %4 {call=[.]}
# >    %6 = call %0, %5 {call=[.]}
# >    return %6
# >  }
# >
# >  function 3 "<genexpr>" qualname "f.<locals>.<genexpr>" parameters (pos ".0") element {
# >  b0(%0 ".0"):
# >    %1 = const {index=1}
# >    %2 = binary %0, %1 {binary="+"}
# >    return %2
# >  }
