# append and item assignment on a list that nothing else refers to change it in place.
def sieve(n):
    composite = [False] * n
    primes = []
    for i in range(2, n):
        if not composite[i]:
            primes.append(i)
            for j in range(i * i, n, i):
                composite[j] = True
    return primes


def main():
    return sieve(30)
# > fora dump --phase=lower --function sieve
# >  function 1 "sieve" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 = const
# >    %2 = list %1
# >    %3 "composite" = binary %2, %0 {binary="*"}
# >    %4 "primes" = list
# >    %5 = global {index=2}
# >    %6 = const {index=1}
# >    %7 = call %5, %6, %0 {call=[., .]}
# >    %8 = iter %7
# >    jump b1(%8, %3, %4)
# >  b1(%9, %10 "composite", %11 "primes"):
# >    next %9 b2() b3()
# >  b2(%12 "i", %13):
# >    %14 = get_item %10, %12
# >    %15 = truth %14
# >    branch %15 b5() b4()
# >  b3():
# >    return %11
# >  b4():
# >    %16 "primes" = method_update %11, %12 {name="append", call=[.]}
# >    %17 = global {index=2}
# >    %18 = binary %12, %12 {binary="*"}
# >    %19 = call %17, %18, %0, %12 {call=[., ., .]}
# >    %20 = iter %19
# >    jump b7(%20, %10)
# >  b5():
# >    jump b6(%10, %11)
# >  b6(%21 "composite", %22 "primes"):
# >    jump b1(%13, %21, %22)
# >  b7(%23, %24 "composite"):
# >    next %23 b8() b9()
# >  b8(%25 "j", %26):
# >    %27 = const {index=2}
# >    %28 "composite" = set_item %24, %25, %27
# >    jump b7(%26, %28)
# >  b9():
# >    jump b6(%24, %16)
# >  }
# > fora dump --phase=infer --function sieve --types Int
# >  typed 0 "sieve" of 1 values (%0) returns List<Int> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%1, %2=%3]
# >    frame 2 b0:6 [%0=%1, %3=%4, %4=%5, %5=%6, %6=%7]
# >    frame 3 b1:0 [%0=%13, %9=%14, %10=%15, %11=%16]
# >    frame 4 b2:0 [%0=%26, %10=%27, %11=%28, %12=%29, %13=%30]
# >    frame 5 b4:0 [%0=%32, %10=%33, %11=%34, %12=%35, %13=%36]
# >    frame 6 b4:2 [%0=%32, %10=%33, %12=%35, %13=%36, %16=%37, %17=%38]
# >    frame 7 b4:3 [%0=%32, %10=%33, %12=%35, %13=%36, %16=%37, %17=%38, %18=%39]
# >    frame 8 b7:0 [%0=%43, %13=%44, %16=%45, %23=%46, %24=%47]
# >    frame 9 b8:1 [%0=%60, %13=%61, %16=%62, %24=%63, %25=%64, %26=%65, %27=%66]
# >  b0(%0 "n": Int):
# >    jump b1(%0)
# >  b1(%1 "n": Int):
# >    %2: Bool = const {flag}
# >    %3: List<Bool> = list.make %2
# >    %4 "composite": List<Bool> = runtime %3, %1 {fs=1}
# >    %5 "primes": List<Bottom> = list.make
# >    %6: Class range = undefined
# >    %7: Int = const {index=2, flag}
# >    %8: Int = const {index=1, flag}
# >    %9: Range = make_range %7, %1, %8 {fs=2}
# >    %10: Int = const {flag}
# >    %11: Sequence<Range, Int> = make_tuple %9, %10
# >    %12: List<Int> = retype %5
# >    jump b2(%1, %11, %4, %12)
# >  b2(%13 "n": Int, %14: Sequence<Range, Int>, %15 "composite": List<Bool>, %16 "primes": List<Int>):
# >    %17: Range = extract %14
# >    %18: Int = extract %14 {index=1}
# >    %19: Int = source.len %17 {fs=3}
# >    %20: Bool = int.compare %18, %19 {compare="<"}
# >    branch %20 b3() b4()
# >  b3():
# >    %21: Int = source.item %17, %18 {fs=3}
# >    %22: Int = const {index=1, flag}
# >    %23: Int = int.add %18, %22 {flag, fs=3}
# >    %24: Sequence<Range, Int> = make_tuple %17, %23
# >    jump b5(%13, %15, %16, %21, %24)
# >  b4():
# >    jump b6(%16)
# >  b5(%26 "n": Int, %27 "composite": List<Bool>, %28 "primes": List<Int>, %29 "i": Int, %30: Sequence<Range, Int>):
# >    %31: Bool = list.item %27, %29 {fs=4}
# >    branch %31 b7() b8()
# >  b6(%25 "primes": List<Int>):
# >    return %25
# >  b7():
# >    jump b9(%26, %27, %28, %30)
# >  b8():
# >    jump b10(%26, %27, %28, %29, %30)
# >  b9(%68 "n": Int, %69 "composite": List<Bool>, %70 "primes": List<Int>, %71: Sequence<Range, Int>):
# >    jump b16(%68, %71, %69, %70)
# >  b10(%32 "n": Int, %33 "composite": List<Bool>, %34 "primes": List<Int>, %35 "i": Int, %36: Sequence<Range, Int>):
# >    %37 "primes": List<Int> = list.append %34, %35 {fs=5}
# >    %38: Class range = undefined
# >    %39: Int = int.mul %35, %35 {fs=6}
# >    %40: Range = make_range %39, %32, %35 {fs=7}
# >    %41: Int = const {flag}
# >    %42: Sequence<Range, Int> = make_tuple %40, %41
# >    jump b11(%32, %36, %37, %42, %33)
# >  b11(%43 "n": Int, %44: Sequence<Range, Int>, %45 "primes": List<Int>, %46: Sequence<Range, Int>, %47 "composite": List<Bool>):
# >    %48: Range = extract %46
# >    %49: Int = extract %46 {index=1}
# >    %50: Int = source.len %48 {fs=8}
# >    %51: Bool = int.compare %49, %50 {compare="<"}
# >    branch %51 b12() b13()
# >  b12():
# >    %52: Int = source.item %48, %49 {fs=8}
# >    %53: Int = const {index=1, flag}
# >    %54: Int = int.add %49, %53 {flag, fs=8}
# >    %55: Sequence<Range, Int> = make_tuple %48, %54
# >    jump b14(%43, %44, %45, %47, %52, %55)
# >  b13():
# >    jump b15(%43, %44, %45, %47)
# >  b14(%60 "n": Int, %61: Sequence<Range, Int>, %62 "primes": List<Int>, %63 "composite": List<Bool>, %64 "j": Int, %65: Sequence<Range, Int>):
# >    %66: Bool = const {index=1, flag}
# >    %67 "composite": List<Bool> = list.set %63, %64, %66 {fs=9}
# >    jump b11(%60, %61, %62, %65, %67)
# >  b15(%56 "n": Int, %57: Sequence<Range, Int>, %58 "primes": List<Int>, %59 "composite": List<Bool>):
# >    jump b16(%56, %57, %59, %58)
# >  b16(%72 "n": Int, %73: Sequence<Range, Int>, %74 "composite": List<Bool>, %75 "primes": List<Int>):
# >    jump b2(%72, %73, %74, %75)
# >  }
# > fora dump --phase=simplify --function sieve --types Int
# >  typed 0 "sieve" of 1 values (%0) returns List<Int> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %2=%3]
# >    frame 2 b0:6 [%0=%0, %3=%4, %4=%5, %5=%6, %6=%7]
# >    frame 3 b1:0 [%0=%0, %9=%14, %10=%15, %11=%16]
# >    frame 4 b2:0 [%0=%0, %10=%15, %11=%16, %12=%21, %13=%24]
# >    frame 5 b4:0 [%0=%0, %10=%15, %11=%16, %12=%21, %13=%24]
# >    frame 6 b4:2 [%0=%0, %10=%15, %12=%21, %13=%24, %16=%37, %17=%38]
# >    frame 7 b4:3 [%0=%0, %10=%15, %12=%21, %13=%24, %16=%37, %17=%38, %18=%39]
# >    frame 8 b7:0 [%0=%0, %13=%24, %16=%37, %23=%46, %24=%47]
# >    frame 9 b8:1 [%0=%0, %13=%24, %16=%37, %24=%47, %25=%52, %26=%55, %27=%66]
# >  b0(%0 "n": Int):
# >    %2: Bool = const {flag}
# >    %3: List<Bool> = list.make %2
# >    %4 "composite": List<Bool> = runtime %3, %0 {fs=1}
# >    %5 "primes": List<Bottom> = list.make
# >    %6: Class range = undefined
# >    %7: Int = const {index=2, flag}
# >    %8: Int = const {index=1, flag}
# >    %9: Range = make_range %7, %0, %8 {fs=2}
# >    %10: Int = const {flag}
# >    %11: Sequence<Range, Int> = make_tuple %9, %10
# >    %12: List<Int> = retype %5
# >    jump b1(%11, %4, %12)
# >  b1(%14: Sequence<Range, Int>, %15 "composite": List<Bool>, %16 "primes": List<Int>):
# >    %17: Range = extract %14
# >    %18: Int = extract %14 {index=1}
# >    %19: Int = source.len %17 {fs=3}
# >    %20: Bool = int.compare %18, %19 {compare="<"}
# >    branch %20 b2() b3()
# >  b2():
# >    %21: Int = source.item %17, %18 {fs=3}
# >    %22: Int = const {index=1, flag}
# >    %23: Int = int.add %18, %22 {flag}
# >    %24: Sequence<Range, Int> = make_tuple %17, %23
# >    %31: Bool = list.item %15, %21 {fs=4}
# >    branch %31 b4() b5()
# >  b3():
# >    return %16
# >  b4():
# >    jump b9(%15, %16)
# >  b5():
# >    %37 "primes": List<Int> = list.append %16, %21 {fs=5}
# >    %38: Class range = undefined
# >    %39: Int = int.mul %21, %21 {fs=6}
# >    %40: Range = make_range %39, %0, %21 {fs=7}
# >    %41: Int = const {flag}
# >    %42: Sequence<Range, Int> = make_tuple %40, %41
# >    jump b6(%42, %15)
# >  b6(%46: Sequence<Range, Int>, %47 "composite": List<Bool>):
# >    %48: Range = extract %46
# >    %49: Int = extract %46 {index=1}
# >    %50: Int = source.len %48 {fs=8}
# >    %51: Bool = int.compare %49, %50 {compare="<"}
# >    branch %51 b7() b8()
# >  b7():
# >    %52: Int = source.item %48, %49 {fs=8}
# >    %53: Int = const {index=1, flag}
# >    %54: Int = int.add %49, %53 {flag}
# >    %55: Sequence<Range, Int> = make_tuple %48, %54
# >    %66: Bool = const {index=1, flag}
# >    %67 "composite": List<Bool> = list.set %47, %52, %66 {fs=9}
# >    jump b6(%55, %67)
# >  b8():
# >    jump b9(%47, %37)
# >  b9(%74 "composite": List<Bool>, %75 "primes": List<Int>):
# >    jump b1(%24, %74, %75)
# >  }
