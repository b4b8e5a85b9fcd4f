# phase: lower
# Closures made in a comprehension share its variable.
def f():
    return [lambda: k for k in range(3)]
# >  module entry 0 python 11
# >  constant 0 = 3
# >  constant 1 = None
# >  global 0 = function f
# >  global 1 = class range
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
# >    %0 = global {index=1}
# >    %1 = const
# >    %2 = call %0, %1 {call=[.]}
# >    %3 = unbound
# >    %4 "k" = make_cell %3
# >    %5 "<listcomp>" = function %4 {index=2}
# >    %6 = generator %2, %5
# >    %7 = collect %6
# >    return %7
# >  }
# >
# >  function 2 "<listcomp>" qualname "f.<locals>.<listcomp>" captures ("k") parameters (pos ".0") element {
# >  b0(%0 "k", %1 ".0"):
# >    set_cell %0, %1
# >    %2 "<lambda>" = function %0 {index=3}
# >    return %2
# >  }
# >
# >  function 3 "<lambda>" qualname "f.<locals>.<listcomp>.<locals>.<lambda>" captures ("k") {
# >  b0(%0 "k"):
# >    %1 = get_cell %0
# >    %2 "k" = check_bound %1 {name="k", flag}
# >    return %2
# >  }
