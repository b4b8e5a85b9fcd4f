# super().__init__ initialises the object that the rest of __init__ goes on with.
class A:
    def __init__(self, a):
        self.a = a
class B(A):
    def __init__(self):
        super().__init__(1)
        self.b = 2
b = B()
def main():
    return b.a, b.b
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 1
# >  constant 2 = 2
# >  global 0 = class A
# >  global 1 = class B
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "B" = global {index=1}
# >    %1 "b" = call %0 {call=[]}
# >    %2 "main" = function %1 {index=3}
# >    %3 "__fora_result__" = call %2 {call=[]}
# >    %4 = tuple %3
# >    return %4
# >  }
# >
# >  function 1 "__init__" qualname "A.__init__" parameters (pos "self", pos "a") init {
# >  b0(%0 "self", %1 "a"):
# >    %2 "self" = set_attr %0, %1 {name="a"}
# >    return %2
# >  }
# >
# >  function 2 "__init__" qualname "B.__init__" parameters (pos "self") init {
# >  b0(%0 "self"):
# >    %1 = global {index=1}
# >    %2 = const {index=1}
# >    %3 "self" = init_base %1, %0, %2 {flag, call=[.]}
# >    %4 = const {index=2}
# >    %5 "self" = set_attr %3, %4 {name="b"}
# >    return %5
# >  }
# >
# >  function 3 "main" captures ("b") {
# >  b0(%0 "b"):
# >    %1 = get_attr %0 {name="a"}
# >    %2 = get_attr %0 {name="b"}
# >    %3 = tuple %1, %2
# >    return %3
# >  }
