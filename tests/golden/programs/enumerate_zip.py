# enumerate and zip consumed by a loop are read by index: no tuple is made of their items.
def weighted(a, b):
    total = 0.0
    for i, (x, y) in enumerate(zip(a, b)):
        total += i * x * y
    return total


def main():
    return weighted([1.0, 2.0], [0.5, 4.0, 8.0])
# > fora dump --phase=parse
# >  block
# >    variables weighted: static, main: static, __fora_result__
# >    def weighted(a, b)
# >      variables a, b, total, i, x, y
# >      total = 0.0
# >      for (i, (x, y)) in enumerate@builtins(zip@builtins(a, b))
# >        total += ((i * x) * y)
# >      return total
# >    def main()
# >      return weighted@block([1.0, 2.0], [0.5, 4.0, 8.0])
# >    __fora_result__ = main()
# > fora dump --phase=infer --function weighted --types 'List<Float>; List<Float>'
# >  typed 0 "weighted" of 1 values (%0, %1) returns Float {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b1:0 [%8=%12, %9=%13]
# >  b0(%0 "a": List<Float>, %1 "b": List<Float>):
# >    jump b1(%0, %1)
# >  b1(%2 "a": List<Float>, %3 "b": List<Float>):
# >    %4 "total": Float = const {flag}
# >    %5: Class enumerate = undefined
# >    %6: Class zip = undefined
# >    %7: Zip<List<Float>, List<Float>> = make_tuple %2, %3
# >    %8: Int = const {flag}
# >    %9: Enumerate<Zip<List<Float>, List<Float>>, Int> = make_tuple %7, %8
# >    %10: Int = const {flag}
# >    %11: Sequence<Enumerate<Zip<List<Float>, List<Float>>, Int>, Int> = make_tuple %9, %10
# >    jump b2(%11, %4)
# >  b2(%12: Sequence<Enumerate<Zip<List<Float>, List<Float>>, Int>, Int>, %13 "total": Float):
# >    %14: Enumerate<Zip<List<Float>, List<Float>>, Int> = extract %12
# >    %15: Int = extract %12 {index=1}
# >    %16: Int = source.len %14 {fs=1}
# >    %17: Bool = int.compare %15, %16 {compare="<"}
# >    branch %17 b3() b4()
# >  b3():
# >    %18: Tuple<Int, Tuple<Float, Float>> = source.item %14, %15 {fs=1}
# >    %19: Int = const {index=1, flag}
# >    %20: Int = int.add %15, %19 {flag, fs=1}
# >    %21: Sequence<Enumerate<Zip<List<Float>, List<Float>>, Int>, Int> = make_tuple %14, %20
# >    jump b5(%13, %18, %21)
# >  b4():
# >    jump b6(%13)
# >  b5(%23 "total": Float, %24: Tuple<Int, Tuple<Float, Float>>, %25: Sequence<Enumerate<Zip<List<Float>, List<Float>>, Int>, Int>):
# >    %26 "i": Int = extract %24
# >    %27: Tuple<Float, Float> = extract %24 {index=1}
# >    %28 "x": Float = extract %27
# >    %29 "y": Float = extract %27 {index=1}
# >    %30: Float = int.to_float %26
# >    %31: Float = float.mul %30, %28
# >    %32: Float = float.mul %31, %29
# >    %33 "total": Float = float.add %23, %32
# >    jump b2(%25, %33)
# >  b6(%22 "total": Float):
# >    return %22
# >  }
# > fora dump --phase=simplify --function weighted --types 'List<Float>; List<Float>'
# >  typed 0 "weighted" of 1 values (%0, %1) returns Float {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b1:0 [%8=%12, %9=%13]
# >  b0(%0 "a": List<Float>, %1 "b": List<Float>):
# >    %4 "total": Float = const {flag}
# >    %7: Zip<List<Float>, List<Float>> = make_tuple %0, %1
# >    %8: Int = const {flag}
# >    %9: Enumerate<Zip<List<Float>, List<Float>>, Int> = make_tuple %7, %8
# >    %10: Int = const {flag}
# >    jump b1(%10, %4)
# >  b1(%35: Int, %13 "total": Float):
# >    %12: Sequence<Enumerate<Zip<List<Float>, List<Float>>, Int>, Int> = make_tuple %9, %35
# >    %16: Int = source.len %9 {fs=1}
# >    %17: Bool = int.compare %35, %16 {compare="<"}
# >    branch %17 b2() b3()
# >  b2():
# >    %18: Tuple<Int, Tuple<Float, Float>> = source.item %9, %35 {fs=1}
# >    %19: Int = const {index=1, flag}
# >    %20: Int = int.add %35, %19 {flag}
# >    %26 "i": Int = extract %18
# >    %27: Tuple<Float, Float> = extract %18 {index=1}
# >    %28 "x": Float = extract %27
# >    %29 "y": Float = extract %27 {index=1}
# >    %30: Float = int.to_float %26
# >    %31: Float = float.mul %30, %28
# >    %32: Float = float.mul %31, %29
# >    %33 "total": Float = float.add %13, %32
# >    jump b1(%20, %33)
# >  b3():
# >    return %13
# >  }
