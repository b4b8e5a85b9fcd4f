# An f-string formats its fields and joins them.
def f(x, w):
    return f"<{x!r:>{w}}>{x}"
def main():
    return f("a", 5)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = "<"
# >  constant 1 = ">"
# >  constant 2 = ""
# >  constant 3 = None
# >  constant 4 = "a"
# >  constant 5 = 5
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
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=4}
# >    %2 = const {index=5}
# >    %3 = call %0, %1, %2 {call=[., .]}
# >    return %3
# >  }
