# The counter of a loop over a range can not overflow; an index is checked against the length as it is then.
def smoothed(v):
    total = 0.0
    for i in range(1, len(v)):
        total = total + v[i] * 0.75 + v[i - 1] * 0.25
    return total


def main():
    return smoothed([1.0, 2.0, 4.0])
# > fora dump --phase=infer --function smoothed --types List<Float>
# >  typed 0 "smoothed" of 1 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:5 [%0=%1, %1=%2, %2=%3, %3=%4, %5=%6]
# >    frame 2 b1:0 [%0=%11, %8=%12, %9=%13]
# >    frame 3 b2:0 [%0=%23, %9=%24, %10=%25, %11=%26]
# >    frame 4 b2:5 [%0=%23, %10=%25, %11=%26, %15=%30, %16=%31]
# >    frame 5 b2:6 [%0=%23, %11=%26, %15=%30, %17=%32]
# >  b0(%0 "v": List<Float>):
# >    jump b1(%0)
# >  b1(%1 "v": List<Float>):
# >    %2 "total": Float = const {flag}
# >    %3: Class range = undefined
# >    %4: Int = const {index=1, flag}
# >    %5: Builtin 13 = undefined
# >    %6: Int = seq.len %1
# >    %7: Int = const {index=1, flag}
# >    %8: Range = make_range %4, %6, %7 {fs=1}
# >    %9: Int = const {flag}
# >    %10: Sequence<Range, Int> = make_tuple %8, %9
# >    jump b2(%1, %10, %2)
# >  b2(%11 "v": List<Float>, %12: Sequence<Range, Int>, %13 "total": Float):
# >    %14: Range = extract %12
# >    %15: Int = extract %12 {index=1}
# >    %16: Int = source.len %14 {fs=2}
# >    %17: Bool = int.compare %15, %16 {compare="<"}
# >    branch %17 b3() b4()
# >  b3():
# >    %18: Int = source.item %14, %15 {fs=2}
# >    %19: Int = const {index=1, flag}
# >    %20: Int = int.add %15, %19 {flag, fs=2}
# >    %21: Sequence<Range, Int> = make_tuple %14, %20
# >    jump b5(%11, %13, %18, %21)
# >  b4():
# >    jump b6(%13)
# >  b5(%23 "v": List<Float>, %24 "total": Float, %25 "i": Int, %26: Sequence<Range, Int>):
# >    %27: Float = list.item %23, %25 {fs=3}
# >    %28: Float = const {index=4604930618986332160, flag}
# >    %29: Float = float.mul %27, %28
# >    %30: Float = float.add %24, %29
# >    %31: Int = const {index=1, flag}
# >    %32: Int = int.sub %25, %31 {fs=4}
# >    %33: Float = list.item %23, %32 {fs=5}
# >    %34: Float = const {index=4598175219545276416, flag}
# >    %35: Float = float.mul %33, %34
# >    %36 "total": Float = float.add %30, %35
# >    jump b2(%23, %26, %36)
# >  b6(%22 "total": Float):
# >    return %22
# >  }
# > fora dump --phase=simplify --function smoothed --types List<Float>
# >  typed 0 "smoothed" of 1 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:5 [%0=%0, %1=%2, %2=%3, %3=%4, %5=%6]
# >    frame 2 b1:0 [%0=%0, %8=%12, %9=%13]
# >    frame 3 b2:0 [%0=%0, %9=%13, %10=%18, %11=%21]
# >    frame 4 b2:5 [%0=%0, %10=%18, %11=%21, %15=%30, %16=%31]
# >    frame 5 b2:6 [%0=%0, %11=%21, %15=%30, %17=%32]
# >  b0(%0 "v": List<Float>):
# >    %2 "total": Float = const {flag}
# >    %3: Class range = undefined
# >    %4: Int = const {index=1, flag}
# >    %6: Int = seq.len %0
# >    %7: Int = const {index=1, flag}
# >    %8: Range = make_range %4, %6, %7 {fs=1}
# >    %9: Int = const {flag}
# >    %10: Sequence<Range, Int> = make_tuple %8, %9
# >    jump b1(%10, %2)
# >  b1(%12: Sequence<Range, Int>, %13 "total": Float):
# >    %14: Range = extract %12
# >    %15: Int = extract %12 {index=1}
# >    %16: Int = source.len %14 {fs=2}
# >    %17: Bool = int.compare %15, %16 {compare="<"}
# >    branch %17 b2() b3()
# >  b2():
# >    %18: Int = source.item %14, %15 {fs=2}
# >    %19: Int = const {index=1, flag}
# >    %20: Int = int.add %15, %19 {flag}
# >    %21: Sequence<Range, Int> = make_tuple %14, %20
# >    %27: Float = list.item %0, %18 {fs=3}
# >    %28: Float = const {index=4604930618986332160, flag}
# >    %29: Float = float.mul %27, %28
# >    %30: Float = float.add %13, %29
# >    %31: Int = const {index=1, flag}
# >    %32: Int = int.sub %18, %31 {fs=4}
# >    %33: Float = list.item %0, %32 {fs=5}
# >    %34: Float = const {index=4598175219545276416, flag}
# >    %35: Float = float.mul %33, %34
# >    %36 "total": Float = float.add %30, %35
# >    jump b1(%21, %36)
# >  b3():
# >    return %13
# >  }
