# and, or give the operand that decides.
def f(a, b, c):
    return a and b or c
def main():
    return f(1, 0, 3)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 1
# >  constant 2 = 0
# >  constant 3 = 3
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
# >    %3 = truth %0
# >    branch %3 b3() b2(%0)
# >  b1(%4):
# >    return %4
# >  b2(%5):
# >    %6 = truth %5
# >    branch %6 b1(%5) b4()
# >  b3():
# >    jump b2(%1)
# >  b4():
# >    jump b1(%2)
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = const {index=2}
# >    %3 = const {index=3}
# >    %4 = call %0, %1, %2, %3 {call=[., ., .]}
# >    return %4
# >  }
