# An f-string is its parts, each formatted, and one join.
def label(name, score):
    return f"{name!r}: {score:>{len(name)}.2f}%"


def main():
    return label("ada", 99.5)
# > fora dump --phase=parse
# >  block
# >    variables label: static, main: static, __fora_result__
# >    def label(name, score)
# >      variables name, score
# >      return f({name!r} ": " {score:f(">" {len@builtins(name)} ".2f")} "%")
# >    def main()
# >      return label@block("ada", 99.5)
# >    __fora_result__ = main()
# > fora dump --phase=lower --function label
# >  function 1 "label" parameters (pos "name", pos "score") {
# >  b0(%0 "name", %1 "score"):
# >    %2 = const
# >    %3 = format %0, %2 {index=114}
# >    %4 = const {index=1}
# >    %5 = const {index=2}
# >    %6 = const {index=3}
# >    %7 = call %6, %0 {call=[.]}
# >    %8 = const
# >    %9 = format %7, %8 {index=-1}
# >    %10 = const {index=4}
# >    %11 = join_str %5, %9, %10
# >    %12 = format %1, %11 {index=-1}
# >    %13 = const {index=5}
# >    %14 = join_str %3, %4, %12, %13
# >    return %14
# >  }
# > fora dump --phase=infer --function label --types 'Str; Float'
# >  typed 0 "label" of 1 values (%0, %1) returns Str {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:1 [%0=%2, %1=%3, %2=%4]
# >    frame 2 b0:7 [%1=%3, %3=%5, %4=%6, %5=%7, %7=%9, %8=%10]
# >    frame 3 b0:9 [%1=%3, %3=%5, %4=%6, %5=%7, %9=%11, %10=%12]
# >    frame 4 b0:10 [%1=%3, %3=%5, %4=%6, %11=%13]
# >    frame 5 b0:12 [%3=%5, %4=%6, %12=%14, %13=%15]
# >  b0(%0 "name": Str, %1 "score": Float):
# >    jump b1(%0, %1)
# >  b1(%2 "name": Str, %3 "score": Float):
# >    %4: Str = const
# >    %5: Str = runtime %2, %4 {fs=1}
# >    %6: Str = const {index=1}
# >    %7: Str = const {index=2}
# >    %8: Builtin 13 = undefined
# >    %9: Int = seq.len %2
# >    %10: Str = const
# >    %11: Str = runtime %9, %10 {fs=2}
# >    %12: Str = const {index=4}
# >    %13: Str = runtime %7, %11, %12 {fs=3}
# >    %14: Str = runtime %3, %13 {fs=4}
# >    %15: Str = const {index=5}
# >    %16: Str = runtime %5, %6, %14, %15 {fs=5}
# >    return %16
# >  }
