# Closures made in a comprehension share its variable.
def f():
    return [lambda: k for k in range(3)]
def main():
    return [g() for g in f()]
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 3
# >  constant 1 = None
# >  global 0 = function f
# >  global 1 = function main
# >  global 2 = class range
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
# >    %0 = global {index=2}
# >    %1 = const
# >    %2 = call %0, %1 {call=[.]}
# >    %3 = unbound
# >    %4 "k" = make_cell %3
# >    %5 "<listcomp>" = function %4 {index=3}
# >    %6 = generator %2, %5
# >    %7 = collect %6
# >    return %7
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = call %0 {call=[]}
# >    %2 = iter %1
# >    %3 "<listcomp>" = function {index=4}
# >    %4 = generator %1, %3
# >    %5 = collect %4
# >    return %5
# >  }
# >
# >  function 3 "<listcomp>" qualname "f.<locals>.<listcomp>" captures ("k") parameters (pos ".0") element {
# >  b0(%0 "k", %1 ".0"):
# >    set_cell %0, %1
# >    %2 "<lambda>" = function %0 {index=5}
# >    return %2
# >  }
# >
# >  function 4 "<listcomp>" qualname "main.<locals>.<listcomp>" parameters (pos ".0") element {
# >  b0(%0 ".0"):
# >    %1 = call %0 {call=[]}
# >    return %1
# >  }
# >
# >  function 5 "<lambda>" qualname "f.<locals>.<listcomp>.<locals>.<lambda>" captures ("k") {
# >  b0(%0 "k"):
# >    %1 = get_cell %0
# >    %2 "k" = check_bound %1 {name="k", flag}
# >    return %2
# >  }
