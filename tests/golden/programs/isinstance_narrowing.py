# isinstance refines a union in its arms: each has the operator of its own type.
def scaled(x):
    if isinstance(x, str):
        return x + "!"
    if isinstance(x, int):
        return x * 2
    return x


def main():
    return [scaled(x) for x in (1, "a", None)]
# > fora dump --phase=infer --function scaled --types 'Union<None, Int, Str>'
# >  typed 0 "scaled" of 1 values (%0) returns Union<None, Int, Str> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b3:1 [%0=%28, %11=%29]
# >    frame 2 b1:1 [%0=%32, %5=%33]
# >  b0(%0 "x": Union<None, Int, Str>):
# >    jump b1(%0)
# >  b1(%1 "x": Union<None, Int, Str>):
# >    %2: Builtin 10 = undefined
# >    %3: Class str = undefined
# >    %4: Bool = is_member %1
# >    branch %4 b2() b3()
# >  b2():
# >    %5: None = narrow %1
# >    %6: Bool = const {flag}
# >    jump b6(%6)
# >  b3():
# >    %7: Bool = is_member %1 {index=1}
# >    branch %7 b4() b5()
# >  b4():
# >    %8: Int = narrow %1
# >    %9: Bool = const {flag}
# >    jump b6(%9)
# >  b5():
# >    %10: Str = narrow %1
# >    %11: Bool = const {index=1, flag}
# >    jump b6(%11)
# >  b6(%12: Bool):
# >    branch %12 b7() b8()
# >  b7():
# >    %13: Str = narrow %1
# >    jump b9(%13)
# >  b8():
# >    %14: Union<None, Int> = narrow %1
# >    jump b10(%14)
# >  b9(%32 "x": Str):
# >    %33: Str = const {index=1}
# >    %34: Str = str.concat %32, %33 {fs=2}
# >    %35: Union<None, Int, Str> = make_union %34
# >    return %35
# >  b10(%15 "x": Union<None, Int>):
# >    %16: Builtin 10 = undefined
# >    %17: Class int = undefined
# >    %18: Bool = is_member %15
# >    branch %18 b11() b12()
# >  b11():
# >    %19: None = narrow %15
# >    %20: Bool = const {flag}
# >    jump b13(%20)
# >  b12():
# >    %21: Int = narrow %15
# >    %22: Bool = const {index=1, flag}
# >    jump b13(%22)
# >  b13(%23: Bool):
# >    branch %23 b14() b15()
# >  b14():
# >    %24: Int = narrow %15
# >    jump b16(%24)
# >  b15():
# >    %25: None = narrow %15
# >    jump b17(%25)
# >  b16(%28 "x": Int):
# >    %29: Int = const {index=2, flag}
# >    %30: Int = int.mul %28, %29 {fs=1}
# >    %31: Union<None, Int, Str> = make_union %30
# >    return %31
# >  b17(%26 "x": None):
# >    %27: Union<None, Int, Str> = make_union %26
# >    return %27
# >  }
# > fora dump --phase=simplify --function scaled --types 'Union<None, Int, Str>'
# >  typed 0 "scaled" of 1 values (%0) returns Union<None, Int, Str> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b1:1 [%0=%13, %5=%33]
# >    frame 2 b3:1 [%0=%24, %11=%29]
# >  b0(%0 "x": Union<None, Int, Str>):
# >    %4: Bool = is_member %0
# >    branch %4 b1() b2()
# >  b1():
# >    %6: Bool = const {flag}
# >    jump b5(%6)
# >  b2():
# >    %7: Bool = is_member %0 {index=1}
# >    branch %7 b3() b4()
# >  b3():
# >    %9: Bool = const {flag}
# >    jump b5(%9)
# >  b4():
# >    %11: Bool = const {index=1, flag}
# >    jump b5(%11)
# >  b5(%12: Bool):
# >    branch %12 b6() b7()
# >  b6():
# >    %13: Str = narrow %0
# >    %33: Str = const {index=1}
# >    %34: Str = str.concat %13, %33 {fs=1}
# >    %35: Union<None, Int, Str> = make_union %34
# >    return %35
# >  b7():
# >    %14: Union<None, Int> = narrow %0
# >    %18: Bool = is_member %14
# >    branch %18 b8() b9()
# >  b8():
# >    %20: Bool = const {flag}
# >    jump b10(%20)
# >  b9():
# >    %22: Bool = const {index=1, flag}
# >    jump b10(%22)
# >  b10(%23: Bool):
# >    branch %23 b11() b12()
# >  b11():
# >    %24: Int = narrow %14
# >    %29: Int = const {index=2, flag}
# >    %30: Int = int.mul %24, %29 {fs=2}
# >    %31: Union<None, Int, Str> = make_union %30
# >    return %31
# >  b12():
# >    %25: None = narrow %14
# >    %27: Union<None, Int, Str> = make_union %25
# >    return %27
# >  }
