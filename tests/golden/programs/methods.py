# An instance is a value of its fields: construction and method calls are direct calls, with no lookup by name.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)


def main():
    p = Point(1, 2.0)
    for i in range(10):
        p = p.plus(Point(i, 0.5))
    return p.x, p.y
# > fora dump --phase=parse
# >  block
# >    variables Point: static, main: static, __fora_result__
# >    class Point()
# >      variables __init__, plus
# >      def Point.__init__(self, x, y) init
# >        variables self, x, y
# >        self.x = x
# >        self.y = y
# >      def Point.plus(self, other)
# >        variables self, other
# >        return Point@block((self.x + other.x), (self.y + other.y))
# >    def main()
# >      variables p, i
# >      p = Point@block(1, 2.0)
# >      for i in range@builtins(10)
# >        p = p.plus(Point@block(i, 0.5))
# >      return (p.x, p.y)
# >    __fora_result__ = main()
# > fora dump --phase=lower
# >  module entry 0 python 11
# >  constant 0 = None
# >  constant 1 = 1
# >  constant 2 = float 0x1p+1
# >  constant 3 = 10
# >  constant 4 = float 0x1p-1
# >  global 0 = class Point
# >  global 1 = function main
# >  global 2 = class range
# >  results ("__fora_result__")
# >
# >  function 0 "<module>" {
# >  b0():
# >    %0 "main" = global {index=1}
# >    %1 "__fora_result__" = call %0 {call=[]}
# >    %2 = tuple %1
# >    return %2
# >  }
# >
# >  function 1 "__init__" qualname "Point.__init__" parameters (pos "self", pos "x", pos "y") init {
# >  b0(%0 "self", %1 "x", %2 "y"):
# >    %3 "self" = set_attr %0, %1 {name="x"}
# >    %4 "self" = set_attr %3, %2 {name="y"}
# >    return %4
# >  }
# >
# >  function 2 "plus" qualname "Point.plus" parameters (pos "self", pos "other") {
# >  b0(%0 "self", %1 "other"):
# >    %2 = global
# >    %3 = get_attr %0 {name="x"}
# >    %4 = get_attr %1 {name="x"}
# >    %5 = binary %3, %4 {binary="+"}
# >    %6 = get_attr %0 {name="y"}
# >    %7 = get_attr %1 {name="y"}
# >    %8 = binary %6, %7 {binary="+"}
# >    %9 = call %2, %5, %8 {call=[., .]}
# >    return %9
# >  }
# >
# >  function 3 "main" {
# >  b0():
# >    %0 = global
# >    %1 = const {index=1}
# >    %2 = const {index=2}
# >    %3 "p" = call %0, %1, %2 {call=[., .]}
# >    %4 = global {index=2}
# >    %5 = const {index=3}
# >    %6 = call %4, %5 {call=[.]}
# >    %7 = iter %6
# >    jump b1(%7, %3)
# >  b1(%8, %9 "p"):
# >    next %8 b2() b3()
# >  b2(%10 "i", %11):
# >    %12 = get_attr %9 {name="plus"}
# >    %13 = global
# >    %14 = const {index=4}
# >    %15 = call %13, %10, %14 {call=[., .]}
# >    %16 "p" = call %12, %15 {call=[.]}
# >    jump b1(%11, %16)
# >  b3():
# >    %17 = get_attr %9 {name="x"}
# >    %18 = get_attr %9 {name="y"}
# >    %19 = tuple %17, %18
# >    return %19
# >  }
# > fora dump --phase=infer
# >  typed 0 "main" of 3 returns Tuple<Int, Float> {
# >    frame 0 b0:0 []
# >    frame 1 b0:3 [%0=%0, %1=%1, %2=%2]
# >    frame 2 b0:6 [%3=%5, %4=%6, %5=%7]
# >    frame 3 b1:0 [%8=%13, %9=%14]
# >    frame 4 b2:3 [%10=%28, %11=%29, %12=%31, %13=%32, %14=%33]
# >    frame 5 b2:4 [%11=%29, %12=%31, %15=%36]
# >  b0():
# >    jump b1()
# >  b1():
# >    %0: Class Point = undefined
# >    %1: Int = const {index=1, flag}
# >    %2: Float = const {index=4611686018427387904, flag}
# >    %3: Instance Point{} = make_instance
# >    %4: Function __init__#1<> = make_function
# >    %5 "p": Instance Point{x: Int, y: Float} = call_direct %3, %1, %2 {index=1, fs=1}
# >    %6: Class range = undefined
# >    %7: Int = const {index=10, flag}
# >    %8: Int = const {flag}
# >    %9: Int = const {index=1, flag}
# >    %10: Range = make_range %8, %7, %9 {fs=2}
# >    %11: Int = const {flag}
# >    %12: Sequence<Range, Int> = make_tuple %10, %11
# >    jump b2(%12, %5)
# >  b2(%13: Sequence<Range, Int>, %14 "p": Instance Point{x: Int, y: Float}):
# >    %15: Range = extract %13
# >    %16: Int = extract %13 {index=1}
# >    %17: Int = source.len %15 {fs=3}
# >    %18: Bool = int.compare %16, %17 {compare="<"}
# >    branch %18 b3() b4()
# >  b3():
# >    %19: Int = source.item %15, %16 {fs=3}
# >    %20: Int = const {index=1, flag}
# >    %21: Int = int.add %16, %20 {flag, fs=3}
# >    %22: Sequence<Range, Int> = make_tuple %15, %21
# >    jump b5(%14, %19, %22)
# >  b4():
# >    jump b6(%14)
# >  b5(%27 "p": Instance Point{x: Int, y: Float}, %28 "i": Int, %29: Sequence<Range, Int>):
# >    %30: Function plus#2<> = make_function
# >    %31: Bound<Instance Point{x: Int, y: Float}, Function plus#2<>> = make_bound %27
# >    %32: Class Point = undefined
# >    %33: Float = const {index=4602678819172646912, flag}
# >    %34: Instance Point{} = make_instance
# >    %35: Function __init__#1<> = make_function
# >    %36: Instance Point{x: Int, y: Float} = call_direct %34, %28, %33 {index=1, fs=4}
# >    %37: Instance Point{x: Int, y: Float} = extract %31
# >    %38: Function plus#2<> = undefined
# >    %39 "p": Instance Point{x: Int, y: Float} = call_direct %37, %36 {index=2, fs=5}
# >    jump b2(%29, %39)
# >  b6(%23 "p": Instance Point{x: Int, y: Float}):
# >    %24: Int = extract %23
# >    %25: Float = extract %23 {index=1}
# >    %26: Tuple<Int, Float> = make_tuple %24, %25
# >    return %26
# >  }
# >  typed 1 "__init__" of 1 values (%0, %1, %2) returns Instance Point{x: Int, y: Float} {
# >    frame 0 b0:0 [%0=%0, %1=%1, %2=%2]
# >  b0(%0 "self": Instance Point{}, %1 "x": Int, %2 "y": Float):
# >    jump b1(%0, %1, %2)
# >  b1(%3 "self": Instance Point{}, %4 "x": Int, %5 "y": Float):
# >    %6 "self": Instance Point{x: Int} = make_instance %4
# >    %7: Int = extract %6
# >    %8 "self": Instance Point{x: Int, y: Float} = make_instance %7, %5
# >    return %8
# >  }
# >  typed 2 "plus" of 2 values (%0, %1) returns Instance Point{x: Int, y: Float} {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:3 [%0=%2, %1=%3, %2=%4, %3=%5, %4=%6]
# >    frame 2 b0:7 [%2=%4, %5=%7, %8=%10]
# >  b0(%0 "self": Instance Point{x: Int, y: Float}, %1 "other": Instance Point{x: Int, y: Float}):
# >    jump b1(%0, %1)
# >  b1(%2 "self": Instance Point{x: Int, y: Float}, %3 "other": Instance Point{x: Int, y: Float}):
# >    %4: Class Point = undefined
# >    %5: Int = extract %2
# >    %6: Int = extract %3
# >    %7: Int = int.add %5, %6 {fs=1}
# >    %8: Float = extract %2 {index=1}
# >    %9: Float = extract %3 {index=1}
# >    %10: Float = float.add %8, %9
# >    %11: Instance Point{} = make_instance
# >    %12: Function __init__#1<> = make_function
# >    %13: Instance Point{x: Int, y: Float} = call_direct %11, %7, %10 {index=1, fs=2}
# >    return %13
# >  }
# > fora dump --phase=simplify
# >  typed 0 "main" of 3 returns Tuple<Int, Float> {
# >    frame 0 b0:0 []
# >    frame 1 b0:3 [%0=%0, %1=%1, %2=%2]
# >    frame 2 b0:6 [%3=%5, %4=%6, %5=%7]
# >    frame 3 b1:0 [%8=%13, %9=%14]
# >    frame 4 b2:3 [%10=%19, %11=%22, %12=%31, %13=%32, %14=%33]
# >    frame 5 b2:4 [%11=%22, %12=%31, %15=%36]
# >  b0():
# >    %0: Class Point = undefined
# >    %1: Int = const {index=1, flag}
# >    %2: Float = const {index=4611686018427387904, flag}
# >    %3: Instance Point{} = make_instance
# >    %5 "p": Instance Point{x: Int, y: Float} = call_direct %3, %1, %2 {index=1, fs=1}
# >    %6: Class range = undefined
# >    %7: Int = const {index=10, flag}
# >    %8: Int = const {flag}
# >    %9: Int = const {index=1, flag}
# >    %10: Range = make_range %8, %7, %9 {fs=2}
# >    %11: Int = const {flag}
# >    %12: Sequence<Range, Int> = make_tuple %10, %11
# >    jump b1(%12, %5)
# >  b1(%13: Sequence<Range, Int>, %14 "p": Instance Point{x: Int, y: Float}):
# >    %15: Range = extract %13
# >    %16: Int = extract %13 {index=1}
# >    %17: Int = source.len %15 {fs=3}
# >    %18: Bool = int.compare %16, %17 {compare="<"}
# >    branch %18 b2() b3()
# >  b2():
# >    %19: Int = source.item %15, %16 {fs=3}
# >    %20: Int = const {index=1, flag}
# >    %21: Int = int.add %16, %20 {flag}
# >    %22: Sequence<Range, Int> = make_tuple %15, %21
# >    %31: Bound<Instance Point{x: Int, y: Float}, Function plus#2<>> = make_bound %14
# >    %32: Class Point = undefined
# >    %33: Float = const {index=4602678819172646912, flag}
# >    %34: Instance Point{} = make_instance
# >    %36: Instance Point{x: Int, y: Float} = call_direct %34, %19, %33 {index=1, fs=4}
# >    %37: Instance Point{x: Int, y: Float} = extract %31
# >    %39 "p": Instance Point{x: Int, y: Float} = call_direct %37, %36 {index=2, fs=5}
# >    jump b1(%22, %39)
# >  b3():
# >    %24: Int = extract %14
# >    %25: Float = extract %14 {index=1}
# >    %26: Tuple<Int, Float> = make_tuple %24, %25
# >    return %26
# >  }
# >  typed 1 "__init__" of 1 values (%0, %1, %2) returns Instance Point{x: Int, y: Float} {
# >    frame 0 b0:0 [%0=%0, %1=%1, %2=%2]
# >  b0(%0 "self": Instance Point{}, %1 "x": Int, %2 "y": Float):
# >    %6 "self": Instance Point{x: Int} = make_instance %1
# >    %7: Int = extract %6
# >    %8 "self": Instance Point{x: Int, y: Float} = make_instance %7, %2
# >    return %8
# >  }
# >  typed 2 "plus" of 2 values (%0, %1) returns Instance Point{x: Int, y: Float} {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:3 [%0=%0, %1=%1, %2=%4, %3=%5, %4=%6]
# >    frame 2 b0:7 [%2=%4, %5=%7, %8=%10]
# >  b0(%0 "self": Instance Point{x: Int, y: Float}, %1 "other": Instance Point{x: Int, y: Float}):
# >    %4: Class Point = undefined
# >    %5: Int = extract %0
# >    %6: Int = extract %1
# >    %7: Int = int.add %5, %6 {fs=1}
# >    %8: Float = extract %0 {index=1}
# >    %9: Float = extract %1 {index=1}
# >    %10: Float = float.add %8, %9
# >    %11: Instance Point{} = make_instance
# >    %13: Instance Point{x: Int, y: Float} = call_direct %11, %7, %10 {index=1, fs=2}
# >    return %13
# >  }
