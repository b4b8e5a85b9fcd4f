# Several reductions of one element function; any may stop early.
def facts(v):
    return any(x < 0.0 for x in v), max(x * 2.0 for x in v)


def main():
    return facts([1.5, -2.0, 0.0])
# > fora dump --phase=infer --function facts --types List<Float>
# >  typed 0 "facts" of 1 values (%0) returns Tuple<Bool, Float> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:4 [%0=%1, %1=%2, %4=%6]
# >    frame 2 b0:9 [%5=%7, %6=%8, %9=%12]
# >  b0(%0 "v": List<Float>):
# >    jump b1(%0)
# >  b1(%1 "v": List<Float>):
# >    %2: Builtin 2 = undefined
# >    %3: Int = const {flag}
# >    %4: Sequence<List<Float>, Int> = make_tuple %1, %3
# >    %5 "<genexpr>": Function <genexpr>#3<> = make_function
# >    %6: Generator<List<Float>, Function <genexpr>#3<>> = make_tuple %1, %5
# >    %7: Bool = fold %6 {fold=any, index=1, specializations=[1], fs=1}
# >    %8: Builtin 14 = undefined
# >    %9: Int = const {flag}
# >    %10: Sequence<List<Float>, Int> = make_tuple %1, %9
# >    %11 "<genexpr>": Function <genexpr>#4<> = make_function
# >    %12: Generator<List<Float>, Function <genexpr>#4<>> = make_tuple %1, %11
# >    %13: Tuple<Bool, Float> = fold %12 {fold=max, index=2, specializations=[2], fs=2}
# >    %14: Bool = extract %13
# >    %15: Float = extract %13 {index=1}
# >    branch %14 b2() b3()
# >  b2():
# >    %16: Tuple<Bool, Float> = make_tuple %7, %15
# >    return %16
# >  b3():
# >    exit {fs=2}
# >  }
# >  typed 1 "<genexpr>" of 3 values (%0) returns Bool {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Float):
# >    jump b1(%0)
# >  b1(%1 ".0": Float):
# >    %2: Float = const {flag}
# >    %3: Bool = float.compare %1, %2 {compare="<"}
# >    return %3
# >  }
# >  typed 2 "<genexpr>" of 4 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Float):
# >    jump b1(%0)
# >  b1(%1 ".0": Float):
# >    %2: Float = const {index=4611686018427387904, flag}
# >    %3: Float = float.mul %1, %2
# >    return %3
# >  }
# > fora dump --phase=parallelize --function facts --types List<Float>
# >  typed 0 "facts" of 1 values (%0) returns Tuple<Bool, Float> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:4 [%0=%0, %1=%2, %4=%6]
# >    frame 2 b0:9 [%5=%7, %6=%8, %9=%12]
# >  b0(%0 "v": List<Float>):
# >    %2: Builtin 2 = undefined
# >    %5 "<genexpr>": Function <genexpr>#3<> = make_function
# >    %6: Generator<List<Float>, Function <genexpr>#3<>> = make_tuple %0, %5
# >    %7: Bool = fold %6 {fold=any, index=1, specializations=[1], fs=1}
# >    %8: Builtin 14 = undefined
# >    %11 "<genexpr>": Function <genexpr>#4<> = make_function
# >    %12: Generator<List<Float>, Function <genexpr>#4<>> = make_tuple %0, %11
# >    %13: Tuple<Bool, Float> = fold %12 {fold=max, index=2, specializations=[2], fs=2}
# >    %14: Bool = extract %13
# >    %15: Float = extract %13 {index=1}
# >    branch %14 b1() b2()
# >  b1():
# >    %16: Tuple<Bool, Float> = make_tuple %7, %15
# >    return %16
# >  b2():
# >    exit {fs=2}
# >  }
# >  typed 1 "<genexpr>" of 3 values (%0) returns Bool {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Float):
# >    %2: Float = const {flag}
# >    %3: Bool = float.compare %0, %2 {compare="<"}
# >    return %3
# >  }
# >  typed 2 "<genexpr>" of 4 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Float):
# >    %2: Float = const {index=4611686018427387904, flag}
# >    %3: Float = float.mul %0, %2
# >    return %3
# >  }
