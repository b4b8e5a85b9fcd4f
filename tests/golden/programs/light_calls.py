# Calls that neither loop nor recurse are not worth a fork, and a call whose argument is another's result waits for it.
def light(n):
    return n % 10 + 1


def heavy(n):
    return sum(i % 3 for i in range(n))


def main():
    a = light(7) * light(8)
    return heavy(heavy(a)), light(heavy(5))
# > fora dump --phase=parallelize
# >  typed 0 "main" of 3 returns Tuple<Int, Int> {
# >    frame 0 b0:0 []
# >    frame 1 b0:2 [%0=%0, %1=%1]
# >    frame 2 b0:5 [%2=%2, %3=%3, %4=%4]
# >    frame 3 b0:6 [%2=%2, %5=%5]
# >    frame 4 b0:9 [%6=%6, %7=%7, %8=%8]
# >    frame 5 b0:10 [%7=%7, %9=%9]
# >    frame 6 b0:14 [%10=%10, %11=%11, %12=%12, %13=%13]
# >    frame 7 b0:15 [%10=%10, %11=%11, %14=%14]
# >  b0():
# >    %0: Function light#1<> = make_function
# >    %1: Int = const {index=7, flag}
# >    %2: Int = call_direct %1 {index=1, fs=1}
# >    %3: Function light#1<> = make_function
# >    %4: Int = const {index=8, flag}
# >    %5: Int = call_direct %4 {index=1, fs=2}
# >    %6 "a": Int = int.mul %2, %5 {fs=3}
# >    %7: Function heavy#2<> = make_function
# >    %8: Function heavy#2<> = make_function
# >    %13: Int = const {index=5, flag}
# >    %17: Bool = const {index=1, flag}
# >    %18: Int = fork %17, %13 {index=2}
# >    %9: Int = call_direct %6 {index=2, fs=4}
# >    %10: Int = call_direct %9 {index=2, fs=5}
# >    %11: Function light#1<> = make_function
# >    %12: Function heavy#2<> = make_function
# >    %14: Int = join %18 {index=2, fs=6}
# >    %15: Int = call_direct %14 {index=1, fs=7}
# >    %16: Tuple<Int, Int> = make_tuple %10, %15
# >    return %16
# >  }
# >  typed 1 "light" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 "n": Int):
# >    %2: Int = const {index=10, flag}
# >    %3: Int = int.mod %0, %2 {flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Int = int.add %3, %4 {flag}
# >    return %5
# >  }
# >  typed 2 "heavy" of 2 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b0:5 [%1=%2, %5=%8]
# >  b0(%0 "n": Int):
# >    %2: Builtin 23 = undefined
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %0, %5 {fs=1}
# >    %7 "<genexpr>": Function <genexpr>#4<> = make_function
# >    %8: Generator<Range, Function <genexpr>#4<>> = make_tuple %6, %7
# >    %9: Int = const {flag}
# >    %10: Int = fold %8, %9 {fold=sum, index=3, specializations=[3], fs=2}
# >    return %10
# >  }
# >  typed 3 "<genexpr>" of 4 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 ".0": Int):
# >    %2: Int = const {index=3, flag}
# >    %3: Int = int.mod %0, %2 {flag}
# >    return %3
# >  }
