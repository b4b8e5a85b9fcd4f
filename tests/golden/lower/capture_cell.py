# A variable that is assigned after the closure exists is shared through a cell.
def f():
    n = 1
    g = lambda: n
    n = 2
    return g()
def main():
    return f()
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
# >  function 1 "f" {
# >  b0():
# >    %0 = unbound
# >    %1 "n" = make_cell %0
# >    %2 = const
# >    set_cell %1, %2
# >    %3 "<lambda>" = function %1 {index=3}
# >    %4 = const {index=1}
# >    set_cell %1, %4
# >    %5 = call %3 {call=[]}
# >    return %5
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = call %0 {call=[]}
# >    return %1
# >  }
# >
# >  function 3 "<lambda>" qualname "f.<locals>.<lambda>" captures ("n") {
# >  b0(%0 "n"):
# >    %1 = get_cell %0
# >    %2 "n" = check_bound %1 {name="n", flag}
# >    return %2
# >  }
