# Every way out of the try runs its own copy of the finally body.
def f(xs):
    n = 0
    for x in xs:
        try:
            if x:
                break
            n = n + x
        finally:
            n = n + 1
    return n
def main():
    return f([0, 1])
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = 1
# >  constant 2 = None
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
# >    %1 "n" = const
# >    %2 = iter %0
# >    jump b1(%2, %1)
# >  b1(%3, %4 "n"):
# >    next %3 b2() b3()
# >  b2(%5 "x", %6):
# >    unwind b5()
# >    %7 = truth %5
# >    branch %7 b6() b7()
# >  b3():
# >    jump b4(%4)
# >  b4(%8 "n"):
# >    return %8
# >  b5(%9) handling 1:
# >    %10 = const {index=1}
# >    %11 "n" = binary %4, %10 {binary="+"}
# >    raise %9 {flag}
# >  b6():
# >    %12 = const {index=1}
# >    %13 "n" = binary %4, %12 {binary="+"}
# >    jump b4(%13)
# >  b7():
# >    unwind b5()
# >    %14 "n" = binary %4, %5 {binary="+"}
# >    jump b8()
# >  b8():
# >    %15 = const {index=1}
# >    %16 "n" = binary %14, %15 {binary="+"}
# >    jump b1(%6, %16)
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const
# >    %2 = const {index=1}
# >    %3 = list %1, %2
# >    %4 = call %0, %3 {call=[.]}
# >    return %4
# >  }
