# A fold over a list: one body that runs over a range of indices, with the poll outside of it and the sum in order.
def squares(v):
    return sum(x * x for x in v)


def main():
    return squares([1.0, 2.0, 3.0])
# > fora dump --phase=infer --function squares --types List<Float>
# >  typed 0 "squares" of 1 values (%0) returns Union<Int, Float> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:4 [%1=%2, %4=%6]
# >  b0(%0 "v": List<Float>):
# >    jump b1(%0)
# >  b1(%1 "v": List<Float>):
# >    %2: Builtin 23 = undefined
# >    %3: Int = const {flag}
# >    %4: Sequence<List<Float>, Int> = make_tuple %1, %3
# >    %5 "<genexpr>": Function <genexpr>#3<> = make_function
# >    %6: Generator<List<Float>, Function <genexpr>#3<>> = make_tuple %1, %5
# >    %7: Float = const {flag}
# >    %8: Tuple<Bool, Float> = fold %6, %7 {fold=sum, index=1, specializations=[1], fs=1}
# >    %9: Bool = extract %8
# >    %10: Float = extract %8 {index=1}
# >    branch %9 b2() b3()
# >  b2():
# >    %13: Union<Int, Float> = make_union %10
# >    jump b4(%13)
# >  b3():
# >    %11: Int = const {flag}
# >    %12: Union<Int, Float> = make_union %11
# >    jump b4(%12)
# >  b4(%14: Union<Int, Float>):
# >    return %14
# >  }
# >  typed 1 "<genexpr>" of 3 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Float):
# >    jump b1(%0)
# >  b1(%1 ".0": Float):
# >    %2: Float = float.mul %1, %1
# >    return %2
# >  }
