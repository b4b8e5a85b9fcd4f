# Each operand of a chain is evaluated once.
def f(a, b, c):
    return a < b <= c
def main():
    return f(1, 2, 2)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 1
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
# >  function 1 "f" parameters (pos "a", pos "b", pos "c") {
# >  b0(%0 "a", %1 "b", %2 "c"):
# >    %3 = compare %0, %1 {compare="<"}
# >    %4 = truth %3
# >    branch %4 b2() b1(%3)
# >  b1(%5):
# >    return %5
# >  b2():
# >    %6 = compare %1, %2 {compare="<="}
# >    jump b1(%6)
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = const {index=2}
# >    %3 = const {index=2}
# >    %4 = call %0, %1, %2, %3 {call=[., ., .]}
# >    return %4
# >  }
