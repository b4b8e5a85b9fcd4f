# The element is unpacked into all targets before any is assigned.
def f(pairs):
    total = 0
    for a, (b, *c) in pairs:
        total = total + a + b
    return total
def main():
    return f([(1, (2, 3, 4)), (5, (6,))])
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = None
# >  constant 2 = 1
# >  constant 3 = 2
# >  constant 4 = 3
# >  constant 5 = 4
# >  constant 6 = 5
# >  constant 7 = 6
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
# >  function 1 "f" parameters (pos "pairs") {
# >  b0(%0 "pairs"):
# >    %1 "total" = const
# >    %2 = iter %0
# >    jump b1(%2, %1)
# >  b1(%3, %4 "total"):
# >    next %3 b2() b3()
# >  b2(%5, %6):
# >    %7 = unpack %5 {unpack=2,0}
# >    %8 "a" = tuple_item %7
# >    %9 = tuple_item %7 {index=1}
# >    %10 = unpack %9 {unpack=1,0,starred}
# >    %11 "b" = tuple_item %10
# >    %12 = binary %4, %8 {binary="+"}
# >    %13 "total" = binary %12, %11 {binary="+"}
# >    jump b1(%6, %13)
# >  b3():
# >    return %4
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=2}
# >    %2 = const {index=3}
# >    %3 = const {index=4}
# >    %4 = const {index=5}
# >    %5 = tuple %2, %3, %4
# >    %6 = tuple %1, %5
# >    %7 = const {index=6}
# >    %8 = const {index=7}
# >    %9 = tuple %8
# >    %10 = tuple %7, %9
# >    %11 = list %6, %10
# >    %12 = call %0, %11 {call=[.]}
# >    return %12
# >  }
