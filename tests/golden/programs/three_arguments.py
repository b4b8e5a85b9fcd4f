# Of calls in a row one is forked: it runs beside the call before it, and is joined before the next.
def count(n):
    found = 0
    for i in range(n):
        if i % 3 == 1:
            found += 1
    return found


def main():
    return max(count(10), count(20), count(30)), abs(count(5) - count(50))
# > fora dump --phase=parallelize
# >  typed 0 "main" of 2 returns Tuple<Int, Int> {
# >    frame 0 b0:0 []
# >    frame 1 b0:3 [%0=%0, %1=%1, %2=%2]
# >    frame 2 b0:6 [%0=%0, %3=%3, %4=%4, %5=%5]
# >    frame 3 b0:9 [%0=%0, %3=%3, %6=%6, %7=%7, %8=%8]
# >    frame 4 b0:14 [%10=%13, %11=%14, %12=%15, %13=%16]
# >    frame 5 b0:17 [%10=%13, %11=%14, %14=%17, %15=%18, %16=%19]
# >    frame 6 b0:18 [%10=%13, %11=%14, %14=%17, %17=%20]
# >    frame 7 b0:19 [%10=%13, %11=%14, %18=%21]
# >  b0():
# >    %0: Builtin 14 = undefined
# >    %1: Function count#1<> = make_function
# >    %2: Int = const {index=10, flag}
# >    %5: Int = const {index=20, flag}
# >    %24: Bool = const {index=1, flag}
# >    %25: Int = fork %24, %5 {index=1}
# >    %8: Int = const {index=30, flag}
# >    %26: Bool = const {index=1, flag}
# >    %27: Int = fork %26, %8 {index=1}
# >    %3: Int = call_direct %2 {index=1, fs=1}
# >    %4: Function count#1<> = make_function
# >    %6: Int = join %25 {index=1, fs=2}
# >    %7: Function count#1<> = make_function
# >    %9: Int = join %27 {index=1, fs=3}
# >    %10: Bool = int.compare %6, %3 {compare=">"}
# >    branch %10 b1() b2()
# >  b1():
# >    jump b3(%6)
# >  b2():
# >    jump b3(%3)
# >  b3(%11: Int):
# >    %12: Bool = int.compare %9, %11 {compare=">"}
# >    branch %12 b4() b5()
# >  b4():
# >    jump b6(%9)
# >  b5():
# >    jump b6(%11)
# >  b6(%13: Int):
# >    %14: Builtin 0 = undefined
# >    %15: Function count#1<> = make_function
# >    %16: Int = const {index=5, flag}
# >    %19: Int = const {index=50, flag}
# >    %28: Bool = const {index=1, flag}
# >    %29: Int = fork %28, %19 {index=1}
# >    %17: Int = call_direct %16 {index=1, fs=4}
# >    %18: Function count#1<> = make_function
# >    %20: Int = join %29 {index=1, fs=5}
# >    %21: Int = int.sub %17, %20 {fs=6}
# >    %22: Int = int.abs %21 {fs=7}
# >    %23: Tuple<Int, Int> = make_tuple %13, %22
# >    return %23
# >  }
# >  typed 1 "count" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b1:0 [%5=%9, %6=%10]
# >    frame 3 b4:1 [%6=%10, %8=%18, %14=%31]
# >  b0(%0 "n": Int):
# >    %2 "found": Int = const {flag}
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %0, %5 {fs=1}
# >    %7: Int = const {flag}
# >    %8: Sequence<Range, Int> = make_tuple %6, %7
# >    jump b1(%8, %2)
# >  b1(%9: Sequence<Range, Int>, %10 "found": Int):
# >    %11: Range = extract %9
# >    %12: Int = extract %9 {index=1}
# >    %13: Int = source.len %11 {fs=2}
# >    %14: Bool = int.compare %12, %13 {compare="<"}
# >    branch %14 b2() b3()
# >  b2():
# >    %15: Int = source.item %11, %12 {fs=2}
# >    %16: Int = const {index=1, flag}
# >    %17: Int = int.add %12, %16 {flag}
# >    %18: Sequence<Range, Int> = make_tuple %11, %17
# >    %23: Int = const {index=3, flag}
# >    %24: Int = int.mod %15, %23 {flag}
# >    %25: Int = const {index=1, flag}
# >    %26: Bool = int.compare %24, %25 {compare="=="}
# >    branch %26 b4() b5()
# >  b3():
# >    return %10
# >  b4():
# >    %31: Int = const {index=1, flag}
# >    %32 "found": Int = int.add %10, %31 {fs=3}
# >    jump b6(%32)
# >  b5():
# >    jump b6(%10)
# >  b6(%34 "found": Int):
# >    jump b1(%18, %34)
# >  }
