# nonlocal assigns through the cell.
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
def main():
    return counter()()
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = None
# >  constant 2 = 1
# >  global 0 = function counter
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
# >  function 1 "counter" {
# >  b0():
# >    %0 = unbound
# >    %1 "n" = make_cell %0
# >    %2 = const
# >    set_cell %1, %2
# >    %3 "step" = function %1 {index=3}
# >    return %3
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = call %0 {call=[]}
# >    %2 = call %1 {call=[]}
# >    return %2
# >  }
# >
# >  function 3 "step" qualname "counter.<locals>.step" captures ("n") {
# >  b0(%0 "n"):
# >    %1 = get_cell %0
# >    %2 "n" = check_bound %1 {name="n", flag}
# >    %3 = const {index=2}
# >    %4 = inplace %2, %3 {binary="+"}
# >    set_cell %0, %4
# >    %5 = get_cell %0
# >    %6 "n" = check_bound %5 {name="n", flag}
# >    return %6
# >  }
