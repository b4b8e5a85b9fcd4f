# sum of a generator: a fold whose element function is specialised on its own; nothing is ever suspended.
import math


def main():
    return sum(math.sin(i) * 0.5 for i in range(1000) if i % 3)
# > fora dump --phase=parse
# >  block
# >    variables math: static, main: static, __fora_result__
# >    import math as math
# >    def main()
# >      return sum@builtins((<1> of range@builtins(1000)))
# >          <1> = main.<locals>.<genexpr>(.0)
# >            variables .0, i
# >            target i
# >            if (i % 3)
# >            result (math@block.sin(i) * 0.5)
# >    __fora_result__ = main()
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = module 0
# >  constant 1 = builtin 23
# >  constant 2 = 1000
# >  constant 3 = None
# >  constant 4 = 3
# >  constant 5 = float 0x1p-1
# >  global 0 = function main
# >  global 1 = class range
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "main" = global
# >    %1 "__fora_result__" = call %0 {call=[]}
# >    %2 = tuple %1
# >    return %2
# >  }
# >
# >  function 1 "main" {
# >  b0():
# >    %0 = const {index=1}
# >    %1 = global {index=1}
# >    %2 = const {index=2}
# >    %3 = call %1, %2 {call=[.]}
# >    %4 "<genexpr>" = function {index=2}
# >    %5 = generator %3, %4
# >    %6 = call %0, %5 {call=[.]}
# >    return %6
# >  }
# >
# >  function 2 "<genexpr>" qualname "main.<locals>.<genexpr>" parameters (pos ".0") element {
# >  b0(%0 ".0"):
# >    %1 = const {index=4}
# >    %2 = binary %0, %1 {binary="%"}
# >    %3 = truth %2
# >    branch %3 b2() b1()
# >  b1():
# >    %4 = skip
# >    return %4
# >  b2():
# >    %5 = const
# >    %6 = get_attr %5 {name="sin"}
# >    %7 = call %6, %0 {call=[.]}
# >    %8 = const {index=5}
# >    %9 = binary %7, %8 {binary="*"}
# >    return %9
# >  }
# > fora dump --phase=infer
# >  typed 0 "main" of 1 returns Union<Int, Float> {
# >    frame 0 b0:0 []
# >    frame 1 b0:3 [%0=%0, %1=%1, %2=%2]
# >    frame 2 b0:6 [%0=%0, %5=%7]
# >  b0():
# >    jump b1()
# >  b1():
# >    %0: Builtin 23 = undefined
# >    %1: Class range = undefined
# >    %2: Int = const {index=1000, flag}
# >    %3: Int = const {flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Range = make_range %3, %2, %4 {fs=1}
# >    %6 "<genexpr>": Function <genexpr>#2<> = make_function
# >    %7: Generator<Range, Function <genexpr>#2<>> = make_tuple %5, %6
# >    %8: Float = const {flag}
# >    %9: Tuple<Bool, Float> = fold %7, %8 {fold=sum, index=1, specializations=[1], fs=2}
# >    %10: Bool = extract %9
# >    %11: Float = extract %9 {index=1}
# >    branch %10 b2() b3()
# >  b2():
# >    %14: Union<Int, Float> = make_union %11
# >    jump b4(%14)
# >  b3():
# >    %12: Int = const {flag}
# >    %13: Union<Int, Float> = make_union %12
# >    jump b4(%13)
# >  b4(%15: Union<Int, Float>):
# >    return %15
# >  }
# >  typed 1 "<genexpr>" of 2 values (%0) returns Union<Float, Skip> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:1 [%0=%1, %1=%2]
# >    frame 2 b2:2 [%0=%8, %6=%10]
# >  b0(%0 ".0": Int):
# >    jump b1(%0)
# >  b1(%1 ".0": Int):
# >    %2: Int = const {index=3, flag}
# >    %3: Int = int.mod %1, %2 {fs=1}
# >    %4: Int = const {flag}
# >    %5: Bool = int.compare %3, %4 {compare="!="}
# >    branch %5 b2() b3()
# >  b2():
# >    jump b4(%1)
# >  b3():
# >    jump b5()
# >  b4(%8 ".0": Int):
# >    %9: Module 0 = undefined
# >    %10: Builtin 89 = undefined
# >    %11: Float = int.to_float %8
# >    %12: Float = math.unary %11 {index=16, fs=2}
# >    %13: Float = const {index=4602678819172646912, flag}
# >    %14: Float = float.mul %12, %13
# >    %15: Union<Float, Skip> = make_union %14
# >    return %15
# >  b5():
# >    %6: Skip = undefined
# >    %7: Union<Float, Skip> = make_union %6
# >    return %7
# >  }
# > fora dump --phase=simplify
# >  typed 0 "main" of 1 returns Union<Int, Float> {
# >    frame 0 b0:0 []
# >    frame 1 b0:3 [%0=%0, %1=%1, %2=%2]
# >    frame 2 b0:6 [%0=%0, %5=%7]
# >  b0():
# >    %0: Builtin 23 = undefined
# >    %1: Class range = undefined
# >    %2: Int = const {index=1000, flag}
# >    %3: Int = const {flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Range = make_range %3, %2, %4 {fs=1}
# >    %6 "<genexpr>": Function <genexpr>#2<> = make_function
# >    %7: Generator<Range, Function <genexpr>#2<>> = make_tuple %5, %6
# >    %8: Float = const {flag}
# >    %9: Tuple<Bool, Float> = fold %7, %8 {fold=sum, index=1, specializations=[1], fs=2}
# >    %10: Bool = extract %9
# >    %11: Float = extract %9 {index=1}
# >    branch %10 b1() b2()
# >  b1():
# >    %14: Union<Int, Float> = make_union %11
# >    jump b3(%14)
# >  b2():
# >    %12: Int = const {flag}
# >    %13: Union<Int, Float> = make_union %12
# >    jump b3(%13)
# >  b3(%15: Union<Int, Float>):
# >    return %15
# >  }
# >  typed 1 "<genexpr>" of 2 values (%0) returns Union<Float, Skip> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b2:2 [%0=%0, %6=%10]
# >  b0(%0 ".0": Int):
# >    %2: Int = const {index=3, flag}
# >    %3: Int = int.mod %0, %2 {flag}
# >    %4: Int = const {flag}
# >    %5: Bool = int.compare %3, %4 {compare="!="}
# >    branch %5 b1() b2()
# >  b1():
# >    %10: Builtin 89 = undefined
# >    %11: Float = int.to_float %0
# >    %12: Float = math.unary %11 {index=16, fs=1}
# >    %13: Float = const {index=4602678819172646912, flag}
# >    %14: Float = float.mul %12, %13
# >    %15: Union<Float, Skip> = make_union %14
# >    return %15
# >  b2():
# >    %6: Skip = undefined
# >    %7: Union<Float, Skip> = make_union %6
# >    return %7
# >  }
