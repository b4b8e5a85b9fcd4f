# So are item and augmented item assignment.
def f(v, i):
    v[i] = 1
    v[i] += 2
    return v
def main():
    return f([0, 0], 1)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = None
# >  constant 3 = 0
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
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=3}
# >    %2 = const {index=3}
# >    %3 = list %1, %2
# >    %4 = const
# >    %5 = call %0, %3, %4 {call=[., .]}
# >    return %5
# >  }
