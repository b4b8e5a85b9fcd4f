# Operators evaluate left to right; a negated literal is a constant.
x = 1
y = (x + 2) * -3 // x
def main():
    return x, y
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = -3
# >  constant 3 = None
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "x" = const
# >    %1 = const {index=1}
# >    %2 = binary %0, %1 {binary="+"}
# >    %3 = const {index=2}
# >    %4 = binary %2, %3 {binary="*"}
# >    %5 "y" = binary %4, %0 {binary="//"}
# >    %6 "main" = function %5 {index=1}
# >    %7 "__fora_result__" = call %6 {call=[]}
# >    %8 = tuple %7
# >    return %8
# >  }
# >
# >  function 1 "main" captures ("y") {
# >  b0(%0 "y"):
# >    %1 = const
# >    %2 = tuple %1, %0
# >    return %2
# >  }
