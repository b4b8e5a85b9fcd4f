# Arguments keep their kinds.
def f(g, a, d):
    return g(1, *a, k=2, **d)
def main(g, a, d):
    return f(g, a, d)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
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
# >  function 1 "f" parameters (pos "g", pos "a", pos "d") {
# >  b0(%0 "g", %1 "a", %2 "d"):
# >    %3 = const
# >    %4 = const {index=1}
# >    %5 = call %0, %3, %1, %4, %2 {call=[., *, "k", **]}
# >    return %5
# >  }
# >
# >  function 2 "main" parameters (pos "g", pos "a", pos "d") {
# >  b0(%0 "g", %1 "a", %2 "d"):
# >    %3 = global
# >    %4 = call %3, %0, %1, %2 {call=[., ., .]}
# >    return %4
# >  }
