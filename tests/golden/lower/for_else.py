# `else` runs at the end of the iterable, and not after break.
def f(xs):
    for x in xs:
        if x:
            break
    else:
        return None
    return x
def main():
    return f([0, 2])
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 0
# >  constant 2 = 2
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
# >    %1 = iter %0
# >    jump b1(%1)
# >  b1(%2):
# >    next %2 b2() b3()
# >  b2(%3 "x", %4):
# >    %5 = truth %3
# >    branch %5 b4() b5()
# >  b3():
# >    %6 = const
# >    return %6
# >  b4():
# >    return %3
# >  b5():
# >    jump b1(%4)
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = const {index=2}
# >    %3 = list %1, %2
# >    %4 = call %0, %3 {call=[.]}
# >    return %4
# >  }
