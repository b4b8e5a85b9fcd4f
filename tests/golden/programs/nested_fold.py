# A fold in a fold: the inner one is a call of the outer one's element function, and both may be split.
def dot(n):
    return sum(sum(i * j for j in range(i)) for i in range(n))


def main():
    return dot(10)
# > fora dump --phase=infer --function dot --types Int
# >  typed 0 "dot" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%1, %1=%2, %2=%3]
# >    frame 2 b0:5 [%1=%2, %5=%8]
# >  b0(%0 "n": Int):
# >    jump b1(%0)
# >  b1(%1 "n": Int):
# >    %2: Builtin 23 = undefined
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %1, %5 {fs=1}
# >    %7 "<genexpr>": Function <genexpr>#3<> = make_function
# >    %8: Generator<Range, Function <genexpr>#3<>> = make_tuple %6, %7
# >    %9: Int = const {flag}
# >    %10: Int = fold %8, %9 {fold=sum, index=1, specializations=[1], fs=2}
# >    return %10
# >  }
# >  typed 1 "<genexpr>" of 3 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%1, %1=%2, %2=%3]
# >    frame 2 b0:5 [%1=%2, %5=%8]
# >  b0(%0 ".0": Int):
# >    jump b1(%0)
# >  b1(%1 ".0": Int):
# >    %2: Builtin 23 = undefined
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %1, %5 {fs=1}
# >    %7 "<genexpr>": Function <genexpr>#4<Int> = make_function %1
# >    %8: Generator<Range, Function <genexpr>#4<Int>> = make_tuple %6, %7
# >    %9: Int = const {flag}
# >    %10: Int = fold %8, %9 {fold=sum, index=2, specializations=[2], fs=2}
# >    return %10
# >  }
# >  typed 2 "<genexpr>" of 4 values (%0, %1) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:0 [%0=%2, %1=%3]
# >  b0(%0 "i": Int, %1 ".0": Int):
# >    jump b1(%0, %1)
# >  b1(%2 "i": Int, %3 ".0": Int):
# >    %4: Int = int.mul %2, %3 {fs=1}
# >    return %4
# >  }
# > fora dump --phase=parallelize --function dot --types Int
# >  typed 0 "dot" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b0:5 [%1=%2, %5=%8]
# >  b0(%0 "n": Int):
# >    %2: Builtin 23 = undefined
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %0, %5 {fs=1}
# >    %7 "<genexpr>": Function <genexpr>#3<> = make_function
# >    %8: Generator<Range, Function <genexpr>#3<>> = make_tuple %6, %7
# >    %9: Int = const {flag}
# >    %10: Int = fold %8, %9 {fold=sum, index=1, specializations=[1], fs=2}
# >    return %10
# >  }
# >  typed 1 "<genexpr>" of 3 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b0:5 [%1=%2, %5=%8]
# >  b0(%0 ".0": Int):
# >    %2: Builtin 23 = undefined
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %0, %5 {fs=1}
# >    %7 "<genexpr>": Function <genexpr>#4<Int> = make_function %0
# >    %8: Generator<Range, Function <genexpr>#4<Int>> = make_tuple %6, %7
# >    %9: Int = const {flag}
# >    %10: Int = fold %8, %9 {fold=sum, index=2, specializations=[2], fs=2}
# >    return %10
# >  }
# >  typed 2 "<genexpr>" of 4 values (%0, %1) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:0 [%0=%0, %1=%1]
# >  b0(%0 "i": Int, %1 ".0": Int):
# >    %4: Int = int.mul %0, %1 {fs=1}
# >    return %4
# >  }
