# phase: lower
# Operators evaluate left to right; a negated literal is a constant.
x = 1
y = (x + 2) * -3 // x
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = -3
# >  results ("x", "y")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "x" = const
# >    %1 = const {index=1}
# >    %2 = binary %0, %1 {binary="+"}
# >    %3 = const {index=2}
# >    %4 = binary %2, %3 {binary="*"}
# >    %5 "y" = binary %4, %0 {binary="//"}
# >    %6 = tuple %0, %5
# >    return %6
# >  }
