# Blocks of a try begin anew at every assignment; the handler gets the values of then.
def f(x):
    n = 0
    try:
        n = 1
        x = 1 // x
        n = 2
    except ZeroDivisionError as e:
        return n
    return x
def main():
    return f(0)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = 1
# >  constant 2 = 2
# >  constant 3 = None
# >  global 0 = function f
# >  global 1 = function main
# >  global 2 = class ZeroDivisionError
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
# >  function 1 "f" parameters (pos "x") {
# >  b0(%0 "x"):
# >    %1 "n" = const {index=1}
# >    jump b2()
# >  b1(%2 "e") handling 1:
# >    %3 = global {index=2}
# >    %4 = exc_match %2, %3
# >    branch %4 b4() b3()
# >  b2():
# >    unwind b1()
# >    %5 = const {index=1}
# >    %6 "x" = binary %5, %0 {binary="//"}
# >    return %6
# >  b3() handling 1:
# >    raise %2 {flag}
# >  b4():
# >    return %1
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
