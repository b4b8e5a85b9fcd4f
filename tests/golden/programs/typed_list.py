# A comprehension collects into a list of one element type, without boxes.
def squares(n):
    return [i * 0.5 for i in range(n)]


def main():
    return squares(4)
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 4
# >  constant 2 = float 0x1p-1
# >  global 0 = function squares
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
# >  function 1 "squares" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 = global {index=2}
# >    %2 = call %1, %0 {call=[.]}
# >    %3 "<listcomp>" = function {index=3}
# >    %4 = generator %2, %3
# >    %5 = collect %4
# >    return %5
# >  }
# >
# >  function 2 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = call %0, %1 {call=[.]}
# >    return %2
# >  }
# >
# >  function 3 "<listcomp>" qualname "squares.<locals>.<listcomp>" parameters (pos ".0") element {
# >  b0(%0 ".0"):
# >    %1 = const {index=2}
# >    %2 = binary %0, %1 {binary="*"}
# >    return %2
# >  }
# > fora dump --phase=infer --function squares --types Int
# >  typed 0 "squares" of 1 values (%0) returns List<Float> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:1 [%0=%1, %1=%2]
# >    frame 2 b0:4 [%4=%7]
# >  b0(%0 "n": Int):
# >    jump b1(%0)
# >  b1(%1 "n": Int):
# >    %2: Class range = undefined
# >    %3: Int = const {flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Range = make_range %3, %1, %4 {fs=1}
# >    %6 "<listcomp>": Function <listcomp>#3<> = make_function
# >    %7: Generator<Range, Function <listcomp>#3<>> = make_tuple %5, %6
# >    %8: List<Float> = fold %7 {fold=collect, index=1, specializations=[1], fs=2}
# >    return %8
# >  }
# >  typed 1 "<listcomp>" of 3 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Int):
# >    jump b1(%0)
# >  b1(%1 ".0": Int):
# >    %2: Float = const {index=4602678819172646912, flag}
# >    %3: Float = int.to_float %1
# >    %4: Float = float.mul %3, %2
# >    return %4
# >  }
# > fora dump --phase=parallelize --function squares --types Int
# >  typed 0 "squares" of 1 values (%0) returns List<Float> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:1 [%0=%0, %1=%2]
# >    frame 2 b0:4 [%4=%7]
# >  b0(%0 "n": Int):
# >    %2: Class range = undefined
# >    %3: Int = const {flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Range = make_range %3, %0, %4 {fs=1}
# >    %6 "<listcomp>": Function <listcomp>#3<> = make_function
# >    %7: Generator<Range, Function <listcomp>#3<>> = make_tuple %5, %6
# >    %8: List<Float> = fold %7 {fold=collect, index=1, specializations=[1], fs=2}
# >    return %8
# >  }
# >  typed 1 "<listcomp>" of 3 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Int):
# >    %2: Float = const {index=4602678819172646912, flag}
# >    %3: Float = int.to_float %0
# >    %4: Float = float.mul %3, %2
# >    return %4
# >  }
