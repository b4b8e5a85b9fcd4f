# sum() has used the generator up before the next assignment: no cell in the loop.
def f(xs):
    total = 0
    for k in xs:
        total += sum(k * x for x in xs)
    return total
def main():
    return f([1, 2])
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = builtin 23
# >  constant 2 = None
# >  constant 3 = 1
# >  constant 4 = 2
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
# >  function 1 "f" parameters (pos "xs") {
# >  b0(%0 "xs"):
# >    %1 "total" = const
# >    %2 = iter %0
# >    jump b1(%2, %1)
# >  b1(%3, %4 "total"):
# >    next %3 b2() b3()
# >  b2(%5 "k", %6):
# >    %7 = const {index=1}
# >    %8 = iter %0
# >    %9 "<genexpr>" = function %5 {index=3}
# >    %10 = generator %0, %9
# >    %11 = call %7, %10 {call=[.]}
# >    %12 "total" = inplace %4, %11 {binary="+"}
# >    jump b1(%6, %12)
# >  b3():
# >    return %4
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=3}
# >    %2 = const {index=4}
# >    %3 = list %1, %2
# >    %4 = call %0, %3 {call=[.]}
# >    return %4
# >  }
# >
# >  function 3 "<genexpr>" qualname "f.<locals>.<genexpr>" captures ("k") parameters (pos ".0") element {
# >  b0(%0 "k", %1 ".0"):
# >    %2 = binary %0, %1 {binary="*"}
# >    return %2
# >  }
