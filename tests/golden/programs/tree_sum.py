# Divide and conquer over a list: the list is shared by both halves, and the upper half may run elsewhere.
def tree_sum(v, low, high):
    if high - low < 2:
        return v[low]
    middle = (low + high) // 2
    return tree_sum(v, low, middle) + tree_sum(v, middle, high)


def main():
    return tree_sum([3, 1, 4, 1, 5, 9, 2, 6], 0, 8)
# > fora dump --phase=infer --function tree_sum --types 'List<Int>; Int; Int'
# >  typed 0 "tree_sum" of 1 values (%0, %1, %2) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1, %2=%2]
# >    frame 1 b0:0 [%0=%3, %1=%4, %2=%5]
# >    frame 2 b2:0 [%0=%9, %1=%10, %2=%11]
# >    frame 3 b2:2 [%0=%9, %1=%10, %2=%11, %8=%12, %9=%13]
# >    frame 4 b2:4 [%0=%9, %1=%10, %2=%11, %10=%14, %11=%15]
# >    frame 5 b2:6 [%0=%9, %2=%11, %10=%14, %12=%16, %13=%17]
# >    frame 6 b2:7 [%12=%16, %14=%18]
# >    frame 7 b1:0 [%0=%20, %1=%21]
# >  b0(%0 "v": List<Int>, %1 "low": Int, %2 "high": Int):
# >    jump b1(%0, %1, %2)
# >  b1(%3 "v": List<Int>, %4 "low": Int, %5 "high": Int):
# >    %6: Int = int.sub %5, %4 {fs=1}
# >    %7: Int = const {index=2, flag}
# >    %8: Bool = int.compare %6, %7 {compare="<"}
# >    branch %8 b2() b3()
# >  b2():
# >    jump b4(%3, %4)
# >  b3():
# >    jump b5(%3, %4, %5)
# >  b4(%20 "v": List<Int>, %21 "low": Int):
# >    %22: Int = list.item %20, %21 {fs=7}
# >    return %22
# >  b5(%9 "v": List<Int>, %10 "low": Int, %11 "high": Int):
# >    %12: Int = int.add %10, %11 {fs=2}
# >    %13: Int = const {index=2, flag}
# >    %14 "middle": Int = int.floordiv %12, %13 {fs=3}
# >    %15: Function tree_sum#1<> = make_function
# >    %16: Int = call_direct %9, %10, %14 {fs=4}
# >    %17: Function tree_sum#1<> = make_function
# >    %18: Int = call_direct %9, %14, %11 {fs=5}
# >    %19: Int = int.add %16, %18 {fs=6}
# >    return %19
# >  }
# > fora dump --phase=parallelize --function tree_sum --types 'List<Int>; Int; Int'
# >  typed 0 "tree_sum" of 1 values (%0, %1, %2) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1, %2=%2]
# >    frame 1 b0:0 [%0=%0, %1=%1, %2=%2]
# >    frame 2 b1:0 [%0=%0, %1=%1]
# >    frame 3 b2:0 [%0=%0, %1=%1, %2=%2]
# >    frame 4 b2:4 [%0=%0, %1=%1, %2=%2, %10=%14, %11=%15]
# >    frame 5 b2:6 [%0=%0, %2=%2, %10=%14, %12=%16, %13=%17]
# >    frame 6 b2:7 [%12=%16, %14=%18]
# >  b0(%0 "v": List<Int>, %1 "low": Int, %2 "high": Int):
# >    %6: Int = int.sub %2, %1 {fs=1}
# >    %7: Int = const {index=2, flag}
# >    %8: Bool = int.compare %6, %7 {compare="<"}
# >    branch %8 b1() b2()
# >  b1():
# >    %22: Int = list.item %0, %1 {fs=2}
# >    return %22
# >  b2():
# >    %12: Int = int.add %1, %2 {fs=3}
# >    %13: Int = const {index=2, flag}
# >    %14 "middle": Int = int.floordiv %12, %13 {flag}
# >    %15: Function tree_sum#1<> = make_function
# >    %23: Bool = const {index=1, flag}
# >    %24: Int = fork %23, %0, %14, %2
# >    %16: Int = call_direct %0, %1, %14 {fs=4}
# >    %17: Function tree_sum#1<> = make_function
# >    %18: Int = join %24 {fs=5}
# >    %19: Int = int.add %16, %18 {fs=6}
# >    return %19
# >  }
