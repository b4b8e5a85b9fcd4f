# A variable that is not assigned after the closure exists is captured by value.
def scale(k):
    return lambda x: x * k
def main():
    return scale(2)(3)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 2
# >  constant 2 = 3
# >  global 0 = function scale
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
# >  function 1 "scale" parameters (pos "k") {
# >  b0(%0 "k"):
# >    %1 "<lambda>" = function %0 {index=3}
# >    return %1
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = call %0, %1 {call=[.]}
# >    %3 = const {index=2}
# >    %4 = call %2, %3 {call=[.]}
# >    return %4
# >  }
# >
# >  function 3 "<lambda>" qualname "scale.<locals>.<lambda>" captures ("k") parameters (pos "x") {
# >  b0(%0 "k", %1 "x"):
# >    %2 = binary %1, %0 {binary="*"}
# >    return %2
# >  }
