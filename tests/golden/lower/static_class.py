# A class of a block is made once, before the program runs; its methods name it as a global.
class V:
    """A vector."""
    dim = 2
    def __init__(self, x):
        self.x = x
    def __add__(self, other):
        return V(self.x + other.x)
    @property
    def double(self):
        return self.x * 2
v = (V(1) + V(2)).double
def main():
    return v
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = 2
# >  constant 2 = None
# >  global 0 = class V
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "V" = global
# >    %1 = const
# >    %2 = call %0, %1 {call=[.]}
# >    %3 = const {index=1}
# >    %4 = call %0, %3 {call=[.]}
# >    %5 = binary %2, %4 {binary="+"}
# >    %6 "v" = get_attr %5 {name="double"}
# >    %7 "main" = function %6 {index=4}
# >    %8 "__fora_result__" = call %7 {call=[]}
# >    %9 = tuple %8
# >    return %9
# >  }
# >
# >  function 1 "__init__" qualname "V.__init__" parameters (pos "self", pos "x") init {
# >  b0(%0 "self", %1 "x"):
# >    %2 "self" = set_attr %0, %1 {name="x"}
# >    return %2
# >  }
# >
# >  function 2 "__add__" qualname "V.__add__" parameters (pos "self", pos "other") {
# >  b0(%0 "self", %1 "other"):
# >    %2 = global
# >    %3 = get_attr %0 {name="x"}
# >    %4 = get_attr %1 {name="x"}
# >    %5 = binary %3, %4 {binary="+"}
# >    %6 = call %2, %5 {call=[.]}
# >    return %6
# >  }
# >
# >  function 3 "double" qualname "V.double" parameters (pos "self") {
# >  b0(%0 "self"):
# >    %1 = get_attr %0 {name="x"}
# >    %2 = const {index=1}
# >    %3 = binary %1, %2 {binary="*"}
# >    return %3
# >  }
# >
# >  function 4 "main" captures ("v") {
# >  b0(%0 "v"):
# >    return %0
# >  }
