# A variable that a nested function assigns is a cell; one that is never assigned after is copied into the function.
def counter(step):
    count = 0

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def main():
    a = counter(2)
    b = counter(5)
    return a(), b(), a(), b()
# > fora dump --phase=parse
# >  block
# >    variables counter: static, main: static, __fora_result__
# >    def counter(step)
# >      variables step: value, count: cell, advance
# >      count = 0
# >      def counter.<locals>.advance() captures (step, count)
# >        pass
# >        count@counter += step@counter
# >        return count@counter
# >      return advance
# >    def main()
# >      variables a, b
# >      a = counter@block(2)
# >      b = counter@block(5)
# >      return (a(), b(), a(), b())
# >    __fora_result__ = main()
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 0
# >  constant 1 = None
# >  constant 2 = 2
# >  constant 3 = 5
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
# >  function 1 "counter" parameters (pos "step") {
# >  b0(%0 "step"):
# >    %1 = unbound
# >    %2 "count" = make_cell %1
# >    %3 = const
# >    set_cell %2, %3
# >    %4 "advance" = function %0, %2 {index=3}
# >    return %4
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=2}
# >    %2 "a" = call %0, %1 {call=[.]}
# >    %3 = global
# >    %4 = const {index=3}
# >    %5 "b" = call %3, %4 {call=[.]}
# >    %6 = call %2 {call=[]}
# >    %7 = call %5 {call=[]}
# >    %8 = call %2 {call=[]}
# >    %9 = call %5 {call=[]}
# >    %10 = tuple %6, %7, %8, %9
# >    return %10
# >  }
# >
# >  function 3 "advance" qualname "counter.<locals>.advance" captures ("step", "count") {
# >  b0(%0 "step", %1 "count"):
# >    %2 = get_cell %1
# >    %3 "count" = check_bound %2 {name="count", flag}
# >    %4 = inplace %3, %0 {binary="+"}
# >    set_cell %1, %4
# >    %5 = get_cell %1
# >    %6 "count" = check_bound %5 {name="count", flag}
# >    return %6
# >  }
