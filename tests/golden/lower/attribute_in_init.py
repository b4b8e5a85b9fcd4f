# An __init__ threads self through and gives it back.
class P:
    def __init__(self, x):
        self.x = x
        self.x += 1
p = P(1)
def main():
    return p.x
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = 1
# >  constant 1 = None
# >  global 0 = class P
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "P" = global
# >    %1 = const
# >    %2 "p" = call %0, %1 {call=[.]}
# >    %3 "main" = function %2 {index=2}
# >    %4 "__fora_result__" = call %3 {call=[]}
# >    %5 = tuple %4
# >    return %5
# >  }
# >
# >  function 1 "__init__" qualname "P.__init__" parameters (pos "self", pos "x") init {
# >  b0(%0 "self", %1 "x"):
# >    %2 "self" = set_attr %0, %1 {name="x"}
# >    %3 = get_attr %2 {name="x"}
# >    %4 = const
# >    %5 = inplace %3, %4 {binary="+"}
# >    %6 "self" = set_attr %2, %5 {name="x"}
# >    return %6
# >  }
# >
# >  function 2 "main" captures ("p") {
# >  b0(%0 "p"):
# >    %1 = get_attr %0 {name="x"}
# >    return %1
# >  }
