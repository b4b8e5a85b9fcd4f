# Calls worth forking are those that loop or recurse: the second runs beside the first, and is joined where it is needed.
def work(n):
    total = 0
    for i in range(n):
        total += i % 7
    return total


def combine(n, m):
    a = work(n)
    b = work(m)
    c = a + 1
    return c * b


def main():
    return combine(10, 20)
# > fora dump --phase=parallelize --function combine --types 'Int; Int'
# >  typed 0 "combine" of 2 values (%0, %1) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:1 [%0=%0, %1=%1, %2=%4]
# >    frame 2 b0:3 [%1=%1, %3=%5, %4=%6]
# >    frame 3 b0:5 [%3=%5, %5=%7, %6=%8]
# >    frame 4 b0:6 [%5=%7, %7=%9]
# >  b0(%0 "n": Int, %1 "m": Int):
# >    %4: Function work#1<> = make_function
# >    %11: Bool = const {index=1, flag}
# >    %12: Int = fork %11, %1 {index=1}
# >    %5 "a": Int = call_direct %0 {index=1, fs=1}
# >    %6: Function work#1<> = make_function
# >    %7 "b": Int = join %12 {index=1, fs=2}
# >    %8: Int = const {index=1, flag}
# >    %9 "c": Int = int.add %5, %8 {fs=3}
# >    %10: Int = int.mul %9, %7 {fs=4}
# >    return %10
# >  }
# >  typed 1 "work" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b1:0 [%5=%9, %6=%10]
# >    frame 3 b2:2 [%6=%10, %8=%18, %10=%24]
# >  b0(%0 "n": Int):
# >    %2 "total": Int = const {flag}
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %0, %5 {fs=1}
# >    %7: Int = const {flag}
# >    %8: Sequence<Range, Int> = make_tuple %6, %7
# >    jump b1(%8, %2)
# >  b1(%9: Sequence<Range, Int>, %10 "total": Int):
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
# >    %23: Int = const {index=7, flag}
# >    %24: Int = int.mod %15, %23 {flag}
# >    %25 "total": Int = int.add %10, %24 {fs=3}
# >    jump b1(%18, %25)
# >  b3():
# >    return %10
# >  }
