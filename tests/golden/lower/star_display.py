# Runs of items extend the list between what is starred.
def f(a, b):
    return (1, *a, 2, 3, *b)
def main():
    return f([4], (5, 6))
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = 3
# >  constant 3 = None
# >  constant 4 = 4
# >  constant 5 = 5
# >  constant 6 = 6
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
# >    %2 = const
# >    %3 = list %2
# >    %4 = list_extend %3, %0
# >    %5 = const {index=1}
# >    %6 = const {index=2}
# >    %7 = tuple %5, %6
# >    %8 = list_extend %4, %7
# >    %9 = list_extend %8, %1
# >    %10 = list_to_tuple %9
# >    return %10
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=4}
# >    %2 = list %1
# >    %3 = const {index=5}
# >    %4 = const {index=6}
# >    %5 = tuple %3, %4
# >    %6 = call %0, %2, %5 {call=[., .]}
# >    return %6
# >  }
