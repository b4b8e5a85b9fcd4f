# Nested functions that call each other are made anew inside (lambda lifting).
def f(n, step):
    def even(k):
        return k == 0 or odd(k - step)
    def odd(k):
        return k != 0 and even(k - step)
    return even(n)
def main():
    return f(5, 1)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 5
# >  constant 2 = 1
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
# >  function 1 "f" parameters (pos "n", pos "step") {
# >  b0(%0 "n", %1 "step"):
# >    %2 "even" = function %1 {index=3}
# >    %3 = call %2, %0 {call=[.]}
# >    return %3
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = const {index=2}
# >    %3 = call %0, %1, %2 {call=[., .]}
# >    return %3
# >  }
# >
# >  function 3 "even" qualname "f.<locals>.even" captures ("step") parameters (pos "k") {
# >  b0(%0 "step", %1 "k"):
# >    %2 = const {index=3}
# >    %3 = compare %1, %2 {compare="=="}
# >    %4 = truth %3
# >    branch %4 b1(%3) b2()
# >  b1(%5):
# >    return %5
# >  b2():
# >    %6 "odd" = function %0 {index=4}
# >    %7 = binary %1, %0 {binary="-"}
# >    %8 = call %6, %7 {call=[.]}
# >    jump b1(%8)
# >  }
# >
# >  function 4 "odd" qualname "f.<locals>.odd" captures ("step") parameters (pos "k") {
# >  b0(%0 "step", %1 "k"):
# >    %2 = const {index=3}
# >    %3 = compare %1, %2 {compare="!="}
# >    %4 = truth %3
# >    branch %4 b2() b1(%3)
# >  b1(%5):
# >    return %5
# >  b2():
# >    %6 "even" = function %0 {index=3}
# >    %7 = binary %1, %0 {binary="-"}
# >    %8 = call %6, %7 {call=[.]}
# >    jump b1(%8)
# >  }
