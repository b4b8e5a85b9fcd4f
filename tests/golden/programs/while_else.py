# The else of a while runs when the test fails, not when break leaves.
def steps(n):
    count = 0
    while n != 1:
        if count > 100:
            break
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    else:
        return count
    return -1


def main():
    return steps(27), steps(6)
# > fora dump --phase=parse
# >  block
# >    variables steps: static, main: static, __fora_result__
# >    def steps(n)
# >      variables n, count
# >      count = 0
# >      while (n != 1)
# >        if (count > 100)
# >          break
# >        n = ((n // 2) if ((n % 2) == 0) else ((3 * n) + 1))
# >        count += 1
# >      else
# >        return count
# >      return (-1)
# >    def main()
# >      return (steps@block(27), steps@block(6))
# >    __fora_result__ = main()
# > fora dump --phase=lower --function steps
# >  function 1 "steps" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 "count" = const
# >    jump b1(%0, %1)
# >  b1(%2 "n", %3 "count"):
# >    %4 = const {index=1}
# >    %5 = compare %2, %4 {compare="!="}
# >    %6 = truth %5
# >    branch %6 b2() b3()
# >  b2():
# >    %7 = const {index=2}
# >    %8 = compare %3, %7 {compare=">"}
# >    %9 = truth %8
# >    branch %9 b4() b5()
# >  b3():
# >    return %3
# >  b4():
# >    %10 = const {index=5}
# >    return %10
# >  b5():
# >    %11 = const {index=3}
# >    %12 = binary %2, %11 {binary="%"}
# >    %13 = const
# >    %14 = compare %12, %13 {compare="=="}
# >    %15 = truth %14
# >    branch %15 b6() b7()
# >  b6():
# >    %16 = const {index=3}
# >    %17 = binary %2, %16 {binary="//"}
# >    jump b8(%17)
# >  b7():
# >    %18 = const {index=4}
# >    %19 = binary %18, %2 {binary="*"}
# >    %20 = const {index=1}
# >    %21 = binary %19, %20 {binary="+"}
# >    jump b8(%21)
# >  b8(%22 "n"):
# >    %23 = const {index=1}
# >    %24 "count" = inplace %3, %23 {binary="+"}
# >    jump b1(%22, %24)
# >  }
# > fora dump --phase=simplify --function steps --types Int
# >  typed 0 "steps" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b7:1 [%2=%3, %3=%4, %18=%20]
# >    frame 2 b7:3 [%3=%4, %19=%21, %20=%22]
# >  b0(%0 "n": Int):
# >    %2 "count": Int = const {flag}
# >    jump b1(%0, %2)
# >  b1(%3 "n": Int, %4 "count": Int):
# >    %5: Int = const {index=1, flag}
# >    %6: Bool = int.compare %3, %5 {compare="!="}
# >    branch %6 b2() b3()
# >  b2():
# >    %10: Int = const {index=100, flag}
# >    %11: Bool = int.compare %4, %10 {compare=">"}
# >    branch %11 b4() b5()
# >  b3():
# >    return %4
# >  b4():
# >    %32: Int = const {index=-1, flag}
# >    return %32
# >  b5():
# >    %14: Int = const {index=2, flag}
# >    %15: Int = int.mod %3, %14 {flag}
# >    %16: Int = const {flag}
# >    %17: Bool = int.compare %15, %16 {compare="=="}
# >    branch %17 b6() b7()
# >  b6():
# >    %26: Int = const {index=2, flag}
# >    %27: Int = int.floordiv %3, %26 {flag}
# >    jump b8(%27)
# >  b7():
# >    %20: Int = const {index=3, flag}
# >    %21: Int = int.mul %20, %3 {fs=1}
# >    %22: Int = const {index=1, flag}
# >    %23: Int = int.add %21, %22 {fs=2}
# >    jump b8(%23)
# >  b8(%29 "n": Int):
# >    %30: Int = const {index=1, flag}
# >    %31 "count": Int = int.add %4, %30 {flag}
# >    jump b1(%29, %31)
# >  }
