# Closures are structural types: composing them leaves straight-line float code.
def compose(f, g):
    return lambda x: f(g(x))


def multiply(k):
    return lambda x: x * k


def add(k):
    return lambda x: x + k


def both(x):
    return compose(multiply(10.0), add(20.0))(x)


def main():
    return both(1.0), both(-2.5)
# > fora dump --phase=parse
# >  block
# >    variables compose: static, multiply: static, add: static, both: static, main: static, __fora_result__
# >    def compose(f, g)
# >      variables f: value, g: value
# >      return <1>
# >          <1> = compose.<locals>.<lambda>(x) captures (f, g)
# >            variables x
# >            result f@compose(g@compose(x))
# >    def multiply(k)
# >      variables k: value
# >      return <2>
# >          <2> = multiply.<locals>.<lambda>(x) captures (k)
# >            variables x
# >            result (x * k@multiply)
# >    def add(k)
# >      variables k: value
# >      return <3>
# >          <3> = add.<locals>.<lambda>(x) captures (k)
# >            variables x
# >            result (x + k@add)
# >    def both(x)
# >      variables x
# >      return compose@block(multiply@block(10.0), add@block(20.0))(x)
# >    def main()
# >      return (both@block(1.0), both@block((-2.5)))
# >    __fora_result__ = main()
# > fora dump --phase=lower --function compose
# >  function 1 "compose" parameters (pos "f", pos "g") {
# >  b0(%0 "f", %1 "g"):
# >    %2 "<lambda>" = function %0, %1 {index=6}
# >    return %2
# >  }
# > fora dump --phase=infer --function both --types Float
# >  typed 0 "both" of 4 values (%0) returns Float {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:3 [%0=%1, %1=%2, %2=%3, %3=%4]
# >    frame 2 b0:6 [%0=%1, %1=%2, %4=%5, %5=%6, %6=%7]
# >    frame 3 b0:7 [%0=%1, %1=%2, %4=%5, %7=%8]
# >    frame 4 b0:8 [%0=%1, %8=%9]
# >  b0(%0 "x": Float):
# >    jump b1(%0)
# >  b1(%1 "x": Float):
# >    %2: Function compose#1<> = make_function
# >    %3: Function multiply#2<> = make_function
# >    %4: Float = const {index=4621819117588971520, flag}
# >    %5: Function <lambda>#7<Float> = call_direct %4 {index=1, fs=1}
# >    %6: Function add#3<> = make_function
# >    %7: Float = const {index=4626322717216342016, flag}
# >    %8: Function <lambda>#8<Float> = call_direct %7 {index=2, fs=2}
# >    %9: Function <lambda>#6<Function <lambda>#7<Float>, Function <lambda>#8<Float>> = call_direct %5, %8 {index=3, fs=3}
# >    %10: Function <lambda>#7<Float> = extract %9
# >    %11: Function <lambda>#8<Float> = extract %9 {index=1}
# >    %12: Float = call_direct %10, %11, %1 {index=4, fs=4}
# >    return %12
# >  }
# >  typed 1 "multiply" of 2 values (%0) returns Function <lambda>#7<Float> {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 "k": Float):
# >    jump b1(%0)
# >  b1(%1 "k": Float):
# >    %2 "<lambda>": Function <lambda>#7<Float> = make_function %1
# >    return %2
# >  }
# >  typed 2 "add" of 3 values (%0) returns Function <lambda>#8<Float> {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 "k": Float):
# >    jump b1(%0)
# >  b1(%1 "k": Float):
# >    %2 "<lambda>": Function <lambda>#8<Float> = make_function %1
# >    return %2
# >  }
# >  typed 3 "compose" of 1 values (%0, %1) returns Function <lambda>#6<Function <lambda>#7<Float>, Function <lambda>#8<Float>> {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >  b0(%0 "f": Function <lambda>#7<Float>, %1 "g": Function <lambda>#8<Float>):
# >    jump b1(%0, %1)
# >  b1(%2 "f": Function <lambda>#7<Float>, %3 "g": Function <lambda>#8<Float>):
# >    %4 "<lambda>": Function <lambda>#6<Function <lambda>#7<Float>, Function <lambda>#8<Float>> = make_function %2, %3
# >    return %4
# >  }
# >  typed 4 "<lambda>" of 6 values (%0, %1, %2) returns Float {
# >    frame 0 b0:0 [%0=%0, %1=%1, %2=%2]
# >    frame 1 b0:0 [%0=%3, %1=%4, %2=%5]
# >    frame 2 b0:1 [%0=%3, %3=%7]
# >  b0(%0 "f": Function <lambda>#7<Float>, %1 "g": Function <lambda>#8<Float>, %2 "x": Float):
# >    jump b1(%0, %1, %2)
# >  b1(%3 "f": Function <lambda>#7<Float>, %4 "g": Function <lambda>#8<Float>, %5 "x": Float):
# >    %6: Float = extract %4
# >    %7: Float = call_direct %6, %5 {index=5, fs=1}
# >    %8: Float = extract %3
# >    %9: Float = call_direct %8, %7 {index=6, fs=2}
# >    return %9
# >  }
# >  typed 5 "<lambda>" of 8 values (%0, %1) returns Float {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >  b0(%0 "k": Float, %1 "x": Float):
# >    jump b1(%0, %1)
# >  b1(%2 "k": Float, %3 "x": Float):
# >    %4: Float = float.add %3, %2
# >    return %4
# >  }
# >  typed 6 "<lambda>" of 7 values (%0, %1) returns Float {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >  b0(%0 "k": Float, %1 "x": Float):
# >    jump b1(%0, %1)
# >  b1(%2 "k": Float, %3 "x": Float):
# >    %4: Float = float.mul %3, %2
# >    return %4
# >  }
# > fora dump --phase=llvm --cpu=generic --function both --types Float
# >  define noundef i32 @fora_entry_0(ptr nocapture readnone %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = load double, ptr %1, align 8
# >    %4 = fadd double %3, 2.000000e+01
# >    %5 = fmul double %4, 1.000000e+01
# >    store double %5, ptr %2, align 8
# >    ret i32 0
# >  }
