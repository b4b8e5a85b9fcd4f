# phase: lower
# A variable that is assigned after the closure exists is shared through a cell.
def f():
    n = 1
    g = lambda: n
    n = 2
    return g()
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
# >  function 1 "f" {
# >  b0():
# >    %0 = unbound
# >    %1 "n" = make_cell %0
# >    %2 = const
# >    set_cell %1, %2
# >    %3 "<lambda>" = function %1 {index=2}
# >    %4 = const {index=1}
# >    set_cell %1, %4
# >    %5 = call %3 {call=[]}
# >    return %5
# >  }
# >
# >  function 2 "<lambda>" qualname "f.<locals>.<lambda>" captures ("n") {
# >  b0(%0 "n"):
# >    %1 = get_cell %0
# >    %2 "n" = check_bound %1 {name="n", flag}
# >    return %2
# >  }
