# A variable that is None or an int is a union around the loop; the test narrows it, and one loop serves both.
def largest(v):
    best = None
    for x in v:
        if best is None or x > best:
            best = x
    return best


def main():
    return largest([3, 9, 4]), largest([])
# > fora dump --phase=infer --function largest --types List<Int>
# >  typed 0 "largest" of 1 values (%0) returns Union<None, Int> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b1:0 [%3=%6, %4=%7]
# >  b0(%0 "v": List<Int>):
# >    jump b1(%0)
# >  b1(%1 "v": List<Int>):
# >    %2 "best": None = undefined
# >    %3: Int = const {flag}
# >    %4: Sequence<List<Int>, Int> = make_tuple %1, %3
# >    %5: Union<None, Int> = make_union %2
# >    jump b2(%4, %5)
# >  b2(%6: Sequence<List<Int>, Int>, %7 "best": Union<None, Int>):
# >    %8: List<Int> = extract %6
# >    %9: Int = extract %6 {index=1}
# >    %10: Int = source.len %8 {fs=1}
# >    %11: Bool = int.compare %9, %10 {compare="<"}
# >    branch %11 b3() b4()
# >  b3():
# >    %12: Int = source.item %8, %9 {fs=1}
# >    %13: Int = const {index=1, flag}
# >    %14: Int = int.add %9, %13 {flag, fs=1}
# >    %15: Sequence<List<Int>, Int> = make_tuple %8, %14
# >    jump b5(%7, %12, %15)
# >  b4():
# >    jump b6(%7)
# >  b5(%17 "best": Union<None, Int>, %18 "x": Int, %19: Sequence<List<Int>, Int>):
# >    %20: None = undefined
# >    %21: Bool = is_member %17
# >    branch %21 b7() b8()
# >  b6(%16 "best": Union<None, Int>):
# >    return %16
# >  b7():
# >    %22: None = narrow %17
# >    %23: Bool = const {index=1, flag}
# >    jump b9(%23)
# >  b8():
# >    %24: Int = narrow %17
# >    %25: Bool = const {flag}
# >    jump b9(%25)
# >  b9(%26: Bool):
# >    branch %26 b10() b11()
# >  b10():
# >    %27: None = narrow %17
# >    jump b12(%18, %19)
# >  b11():
# >    %28: Int = narrow %17
# >    jump b13(%28, %18, %19)
# >  b12(%35 "x": Int, %36: Sequence<List<Int>, Int>):
# >    jump b17(%36, %35)
# >  b13(%29 "best": Int, %30 "x": Int, %31: Sequence<List<Int>, Int>):
# >    %32: Bool = int.compare %30, %29 {compare=">"}
# >    branch %32 b14() b15()
# >  b14():
# >    jump b12(%30, %31)
# >  b15():
# >    jump b16(%29, %31)
# >  b16(%33 "best": Int, %34: Sequence<List<Int>, Int>):
# >    jump b17(%34, %33)
# >  b17(%37: Sequence<List<Int>, Int>, %38 "best": Int):
# >    %39: Union<None, Int> = make_union %38
# >    jump b2(%37, %39)
# >  }
# > fora dump --phase=simplify --function largest --types List<Int>
# >  typed 0 "largest" of 1 values (%0) returns Union<None, Int> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b1:0 [%3=%6, %4=%7]
# >  b0(%0 "v": List<Int>):
# >    %2 "best": None = undefined
# >    %3: Int = const {flag}
# >    %5: Union<None, Int> = make_union %2
# >    jump b1(%3, %5)
# >  b1(%41: Int, %7 "best": Union<None, Int>):
# >    %6: Sequence<List<Int>, Int> = make_tuple %0, %41
# >    %10: Int = source.len %0 {fs=1}
# >    %11: Bool = int.compare %41, %10 {compare="<"}
# >    branch %11 b2() b3()
# >  b2():
# >    %12: Int = source.item %0, %41 {fs=1}
# >    %13: Int = const {index=1, flag}
# >    %14: Int = int.add %41, %13 {flag}
# >    %21: Bool = is_member %7
# >    branch %21 b4() b5()
# >  b3():
# >    return %7
# >  b4():
# >    %23: Bool = const {index=1, flag}
# >    jump b6(%23)
# >  b5():
# >    %25: Bool = const {flag}
# >    jump b6(%25)
# >  b6(%26: Bool):
# >    branch %26 b7() b8()
# >  b7():
# >    jump b9()
# >  b8():
# >    %28: Int = narrow %7
# >    %32: Bool = int.compare %12, %28 {compare=">"}
# >    branch %32 b10() b11()
# >  b9():
# >    jump b12(%12)
# >  b10():
# >    jump b9()
# >  b11():
# >    jump b12(%28)
# >  b12(%38 "best": Int):
# >    %39: Union<None, Int> = make_union %38
# >    jump b1(%14, %39)
# >  }
