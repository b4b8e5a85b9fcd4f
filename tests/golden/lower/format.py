# phase: lower
# An f-string formats its fields and joins them.
def f(x, w):
    return f"<{x!r:>{w}}>{x}"
# >  module entry 0 python 11
# >  constant 0 = "<"
# >  constant 1 = ">"
# >  constant 2 = ""
# >  constant 3 = None
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
# >  function 1 "f" parameters (pos "x", pos "w") {
# >  b0(%0 "x", %1 "w"):
# >    %2 = const
# >    %3 = const {index=1}
# >    %4 = const {index=2}
# >    %5 = format %1, %4 {index=-1}
# >    %6 = join_str %3, %5
# >    %7 = format %0, %6 {index=114}
# >    %8 = const {index=1}
# >    %9 = const {index=2}
# >    %10 = format %0, %9 {index=-1}
# >    %11 = join_str %2, %7, %8, %10
# >    return %11
# >  }
