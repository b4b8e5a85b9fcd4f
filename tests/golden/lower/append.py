# append on a local is an assignment of the changed list.
def f(n):
    v = []
    for i in range(n):
        v.append(i)
    return v
def main():
    return f(3)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 3
# >  global 0 = function f
# >  global 1 = function main
# >  global 2 = class range
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
# >  function 1 "f" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 "v" = list
# >    %2 = global {index=2}
# >    %3 = call %2, %0 {call=[.]}
# >    %4 = iter %3
# >    jump b1(%4, %1)
# >  b1(%5, %6 "v"):
# >    next %5 b2() b3()
# >  b2(%7 "i", %8):
# >    %9 "v" = method_update %6, %7 {name="append", call=[.]}
# >    jump b1(%8, %9)
# >  b3():
# >    return %6
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
