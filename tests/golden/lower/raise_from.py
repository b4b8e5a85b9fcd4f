# raise ... from, and a bare raise.
def f():
    try:
        raise KeyError
    except KeyError as e:
        raise ValueError("v") from e
def g():
    try:
        f()
    except ValueError:
        raise
def main():
    return g()
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = "v"
# >  constant 1 = None
# >  global 0 = function f
# >  global 1 = function g
# >  global 2 = function main
# >  global 3 = class KeyError
# >  global 4 = class ValueError
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "main" = global {index=2}
# >    %1 "__fora_result__" = call %0 {call=[]}
# >    %2 = tuple %1
# >    return %2
# >  }
# >
# >  function 1 "f" {
# >  b0():
# >    unwind b1()
# >    %0 = global {index=3}
# >    raise %0
# >  b1(%1 "e") handling 1:
# >    %2 = global {index=3}
# >    %3 = exc_match %1, %2
# >    branch %3 b3() b2()
# >  b2() handling 1:
# >    raise %1 {flag}
# >  b3() handling 1:
# >    %4 = global {index=4}
# >    %5 = const
# >    %6 = call %4, %5 {call=[.]}
# >    raise %6, %1
# >  }
# >
# >  function 2 "g" {
# >  b0():
# >    unwind b1()
# >    %0 = global
# >    %1 = call %0 {call=[]}
# >    %2 = const {index=1}
# >    return %2
# >  b1(%3) handling 1:
# >    %4 = global {index=4}
# >    %5 = exc_match %3, %4
# >    branch %5 b3() b2()
# >  b2() handling 1:
# >    raise %3 {flag}
# >  b3() handling 1:
# >    raise %3 {flag}
# >  }
# >
# >  function 3 "main" {
# >  b0():
# >    %0 = global {index=1}
# >    %1 = call %0 {call=[]}
# >    return %1
# >  }
