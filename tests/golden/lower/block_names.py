# phase: lower
# A block reads outer names until it assigns them: here a builtin.
sum = sum([1, 2])
# >  module entry 0 python 11
# >  constant 0 = builtin 23
# >  constant 1 = 1
# >  constant 2 = 2
# >  results ("sum")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "sum" = const
# >    %1 = const {index=1}
# >    %2 = const {index=2}
# >    %3 = list %1, %2
# >    %4 "sum" = call %0, %3 {call=[.]}
# >    %5 = tuple %4
# >    return %5
# >  }
