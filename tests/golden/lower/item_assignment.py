# phase: lower
# So are item and augmented item assignment.
def f(v, i):
    v[i] = 1
    v[i] += 2
    return v
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = None
# >  global 0 = function f
# >  results ("f")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "f" = global
# >    %1 = tuple %0
# >    return %1
# >  }
# >
# >  function 1 "f" parameters (pos "v", pos "i") {
# >  b0(%0 "v", %1 "i"):
# >    %2 = const
# >    %3 "v" = set_item %0, %1, %2
# >    %4 = get_item %3, %1
# >    %5 = const {index=1}
# >    %6 = inplace %4, %5 {binary="+"}
# >    %7 "v" = set_item %3, %1, %6
# >    return %7
# >  }
