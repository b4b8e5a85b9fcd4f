# A function of the block that refers to itself is a global of the program: no capture, no cell.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
x = fib(10)
def main():
    return x
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 10
# >  constant 1 = 2
# >  constant 2 = 1
# >  constant 3 = None
# >  global 0 = function fib
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "fib" = global
# >    %1 = const
# >    %2 "x" = call %0, %1 {call=[.]}
# >    %3 "main" = function %2 {index=2}
# >    %4 "__fora_result__" = call %3 {call=[]}
# >    %5 = tuple %4
# >    return %5
# >  }
# >
# >  function 1 "fib" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 = const {index=1}
# >    %2 = compare %0, %1 {compare="<"}
# >    %3 = truth %2
# >    branch %3 b1() b2()
# >  b1():
# >    jump b3(%0)
# >  b2():
# >    %4 = global
# >    %5 = const {index=2}
# >    %6 = binary %0, %5 {binary="-"}
# >    %7 = call %4, %6 {call=[.]}
# >    %8 = global
# >    %9 = const {index=1}
# >    %10 = binary %0, %9 {binary="-"}
# >    %11 = call %8, %10 {call=[.]}
# >    %12 = binary %7, %11 {binary="+"}
# >    jump b3(%12)
# >  b3(%13):
# >    return %13
# >  }
# >
# >  function 2 "main" captures ("x") {
# >  b0(%0 "x"):
# >    return %0
# >  }
