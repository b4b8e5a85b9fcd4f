# A block reads outer names until it assigns them: here a builtin.
sum = sum([1, 2])
def main():
    return sum
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = builtin 23
# >  constant 1 = False
# >  constant 2 = 1
# >  constant 3 = 2
# >  constant 4 = True
# >  constant 5 = None
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "sum" = const
# >    %1 = const {index=2}
# >    %2 = const {index=3}
# >    %3 = list %1, %2
# >    %4 "sum" = call %0, %3 {call=[.]}
# >    %5 "main" = function %4 {index=1}
# >    %6 "__fora_result__" = call %5 {call=[]}
# >    %7 = tuple %6
# >    return %7
# >  }
# >
# >  function 1 "main" captures ("sum") {
# >  b0(%0 "sum"):
# >    return %0
# >  }
