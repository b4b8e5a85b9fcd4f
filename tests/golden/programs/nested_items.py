# Items of lists in a list, and a list as a stack: changed in place where nothing else refers to them.
def marked(n):
    grid = [[0] * n for _ in range(n)]
    for i in range(n):
        grid[i][n - 1 - i] += i
    return grid


def drained(stack):
    total = 0
    while stack:
        total = total * 2 + stack.pop()
    return total


def main():
    return marked(3), drained([1, 2, 3])
# > fora dump --phase=lower --function marked
# >  function 1 "marked" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 = global {index=3}
# >    %2 = call %1, %0 {call=[.]}
# >    %3 "<listcomp>" = function %0 {index=4}
# >    %4 = generator %2, %3
# >    %5 "grid" = collect %4
# >    %6 = global {index=3}
# >    %7 = call %6, %0 {call=[.]}
# >    %8 = iter %7
# >    jump b1(%8, %5)
# >  b1(%9, %10 "grid"):
# >    next %9 b2() b3()
# >  b2(%11 "i", %12):
# >    %13 = get_item %10, %11
# >    %14 = const
# >    %15 = binary %0, %14 {binary="-"}
# >    %16 = binary %15, %11 {binary="-"}
# >    %17 = get_item %13, %16
# >    %18 = is_list %17
# >    branch %18 b4() b5()
# >  b3():
# >    return %10
# >  b4():
# >    %19 "grid" = update_at %10, %11, %16, %11 {name="[][].__iadd__"}
# >    jump b6(%19)
# >  b5():
# >    %20 = inplace %17, %11 {binary="+"}
# >    %21 "grid" = store_at %10, %11, %16, %20 {name="[][]"}
# >    jump b6(%21)
# >  b6(%22 "grid"):
# >    jump b1(%12, %22)
# >  }
# > fora dump --phase=simplify --function marked --types Int
# >  typed 0 "marked" of 1 values (%0) returns List<List<Int>> {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:1 [%0=%0, %1=%2]
# >    frame 2 b0:4 [%0=%0, %4=%7]
# >    frame 3 b0:6 [%0=%0, %5=%8, %6=%9]
# >    frame 4 b1:0 [%0=%0, %9=%16, %10=%17]
# >    frame 5 b2:0 [%0=%0, %10=%17, %11=%22, %12=%25]
# >    frame 6 b2:2 [%0=%0, %10=%17, %11=%22, %12=%25, %13=%31, %14=%32]
# >    frame 7 b2:3 [%0=%0, %10=%17, %11=%22, %12=%25, %13=%31, %15=%33]
# >    frame 8 b2:4 [%0=%0, %10=%17, %11=%22, %12=%25, %13=%31, %16=%34]
# >    frame 9 b5:0 [%0=%0, %10=%17, %11=%22, %12=%25, %16=%34, %17=%35]
# >    frame 10 b5:1 [%0=%0, %10=%17, %11=%22, %12=%25, %16=%34, %20=%43]
# >  b0(%0 "n": Int):
# >    %2: Class range = undefined
# >    %3: Int = const {flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Range = make_range %3, %0, %4 {fs=1}
# >    %6 "<listcomp>": Function <listcomp>#4<Int> = make_function %0
# >    %7: Generator<Range, Function <listcomp>#4<Int>> = make_tuple %5, %6
# >    %8 "grid": List<List<Int>> = fold %7 {fold=collect, index=1, specializations=[1], fs=2}
# >    %9: Class range = undefined
# >    %10: Int = const {flag}
# >    %11: Int = const {index=1, flag}
# >    %12: Range = make_range %10, %0, %11 {fs=3}
# >    %13: Int = const {flag}
# >    %14: Sequence<Range, Int> = make_tuple %12, %13
# >    jump b1(%14, %8)
# >  b1(%16: Sequence<Range, Int>, %17 "grid": List<List<Int>>):
# >    %18: Range = extract %16
# >    %19: Int = extract %16 {index=1}
# >    %20: Int = source.len %18 {fs=4}
# >    %21: Bool = int.compare %19, %20 {compare="<"}
# >    branch %21 b2() b3()
# >  b2():
# >    %22: Int = source.item %18, %19 {fs=4}
# >    %23: Int = const {index=1, flag}
# >    %24: Int = int.add %19, %23 {flag}
# >    %25: Sequence<Range, Int> = make_tuple %18, %24
# >    %31: List<Int> = list.item %17, %22 {fs=5}
# >    %32: Int = const {index=1, flag}
# >    %33: Int = int.sub %0, %32 {fs=6}
# >    %34: Int = int.sub %33, %22 {fs=7}
# >    %35: Int = list.item %31, %34 {fs=8}
# >    %43: Int = int.add %35, %22 {fs=9}
# >    %44 "grid": List<List<Int>> = list.store_at %17, %22, %34, %43 {fs=10}
# >    jump b1(%25, %44)
# >  b3():
# >    return %17
# >  }
# >  typed 1 "<listcomp>" of 4 values (%0, %1) returns List<Int> {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:2 [%0=%0, %3=%4]
# >  b0(%0 "n": Int, %1 ".0": Int):
# >    %3: Int = const {flag}
# >    %4: List<Int> = list.make %3
# >    %5: List<Int> = runtime %4, %0 {fs=1}
# >    return %5
# >  }
# > fora dump --phase=lower --function drained
# >  function 2 "drained" parameters (pos "stack") {
# >  b0(%0 "stack"):
# >    %1 "total" = const {index=2}
# >    jump b1(%0, %1)
# >  b1(%2 "stack", %3 "total"):
# >    %4 = truth %2
# >    branch %4 b2() b3()
# >  b2():
# >    %5 = const {index=3}
# >    %6 = binary %3, %5 {binary="*"}
# >    %7 = popped %2 {name="pop", call=[]}
# >    %8 "stack" = method_update %2 {name="pop", flag, call=[]}
# >    %9 "total" = binary %6, %7 {binary="+"}
# >    jump b1(%8, %9)
# >  b3():
# >    return %3
# >  }
# > fora dump --phase=simplify --function drained --types List<Int>
# >  typed 0 "drained" of 2 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b2:1 [%2=%3, %3=%4, %5=%11]
# >    frame 2 b2:2 [%2=%3, %6=%12]
# >    frame 3 b2:3 [%2=%3, %6=%12, %7=%14]
# >    frame 4 b2:4 [%6=%12, %7=%14, %8=%16]
# >  b0(%0 "stack": List<Int>):
# >    %2 "total": Int = const {flag}
# >    jump b1(%0, %2)
# >  b1(%3 "stack": List<Int>, %4 "total": Int):
# >    %5: Int = seq.len %3
# >    %6: Int = const {flag}
# >    %7: Bool = int.compare %5, %6 {compare="!="}
# >    branch %7 b2() b3()
# >  b2():
# >    %11: Int = const {index=2, flag}
# >    %12: Int = int.mul %4, %11 {fs=1}
# >    %13: Int = const {index=-1, flag}
# >    %14: Int = list.item %3, %13 {fs=2}
# >    %15: Int = const {index=-1, flag}
# >    %16 "stack": List<Int> = list.erase %3, %15 {fs=3}
# >    %17 "total": Int = int.add %12, %14 {fs=4}
# >    jump b1(%16, %17)
# >  b3():
# >    return %4
# >  }
