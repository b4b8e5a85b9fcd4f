# A class made in a function gives its methods __class__ through a cell.
def f():
    class A:
        k = 2
        def me(self):
            return __class__
    return A
def main():
    return f().k
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 2
# >  constant 1 = None
# >  global 0 = function f
# >  global 1 = function main
# >  class 0 "A" qualname "f.<locals>.A" bases 0 attributes ("k", "me")
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
# >    %1 "__class__" = make_cell %0
# >    %2 "k" = const
# >    %3 "me" = function %1 {index=3}
# >    %4 "A" = class %2, %3
# >    set_cell %1, %4
# >    return %4
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = call %0 {call=[]}
# >    %2 = get_attr %1 {name="k"}
# >    return %2
# >  }
# >
# >  function 3 "me" qualname "f.<locals>.A.me" captures ("__class__") parameters (pos "self") {
# >  b0(%0 "__class__", %1 "self"):
# >    %2 = get_cell %0
# >    %3 "__class__" = check_bound %2 {name="__class__", flag}
# >    return %3
# >  }
