# Behind p >= x * x, with x from 2 on: x + 1 fits, x is positive, and p isn't negative, so that `%` needs no check.
def least_divisor(p):
    x = 2
    while x * x <= p:
        if p % x == 0:
            return x
        x = x + 1
    return p


def main():
    return [least_divisor(p) for p in (-5, 0, 1, 2, 9, 91, 97, 3037000499 * 3, 2**64 + 1)]
# > fora dump --phase=simplify --function least_divisor --types Int
# >  typed 0 "least_divisor" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b1:0 [%0=%0, %2=%4]
# >  b0(%0 "p": Int):
# >    %2 "x": Int = const {index=2, flag}
# >    jump b1(%2)
# >  b1(%4 "x": Int):
# >    %5: Int = int.mul %4, %4 {fs=1}
# >    %6: Bool = int.compare %5, %0 {compare="<="}
# >    branch %6 b2() b3()
# >  b2():
# >    %10: Int = int.mod %0, %4 {index=1, flag}
# >    %11: Int = const {flag}
# >    %12: Bool = int.compare %10, %11 {compare="=="}
# >    branch %12 b4() b5()
# >  b3():
# >    return %0
# >  b4():
# >    return %4
# >  b5():
# >    %15: Int = const {index=1, flag}
# >    %16 "x": Int = int.add %4, %15 {flag}
# >    jump b1(%16)
# >  }
