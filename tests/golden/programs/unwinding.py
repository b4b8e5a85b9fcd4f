# An exception inside a try unwinds to its handler; what the handler reads are the values from before.
def parsed(texts):
    total = 0
    bad = 0
    for text in texts:
        try:
            total += int(text)
        except ValueError as error:
            bad += 1
        else:
            total += 1
        finally:
            total += 100
    return total, bad


def main():
    return parsed(["1", "x", "22"])
# > fora dump --phase=parse
# >  block
# >    variables parsed: static, main: static, __fora_result__
# >    def parsed(texts)
# >      variables texts, total, bad, text, error
# >      total = 0
# >      bad = 0
# >      for text in texts
# >        try
# >          total += int@builtins(text)
# >        except ValueError@builtins as error
# >          bad += 1
# >        else
# >          total += 1
# >        finally
# >          total += 100
# >      return (total, bad)
# >    def main()
# >      return parsed@block(["1", "x", "22"])
# >    __fora_result__ = main()
# > fora dump --phase=lower --function parsed
# >  function 1 "parsed" parameters (pos "texts") {
# >  b0(%0 "texts"):
# >    %1 "total" = const
# >    %2 "bad" = const
# >    %3 = iter %0
# >    jump b1(%3, %1, %2)
# >  b1(%4, %5 "total", %6 "bad"):
# >    next %4 b2() b3()
# >  b2(%7 "text", %8):
# >    unwind b5()
# >    %9 = global {index=2}
# >    %10 = call %9, %7 {call=[.]}
# >    %11 "total" = inplace %5, %10 {binary="+"}
# >    jump b7()
# >  b3():
# >    %12 = tuple %5, %6
# >    return %12
# >  b4(%13, %14 "total") handling 1:
# >    %15 = const {index=2}
# >    %16 "total" = inplace %14, %15 {binary="+"}
# >    raise %13 {flag}
# >  b5(%17 "error") handling 1:
# >    unwind b4(%5)
# >    %18 = global {index=3}
# >    %19 = exc_match %17, %18
# >    branch %19 b9() b8()
# >  b6(%20 "total", %21 "bad"):
# >    %22 = const {index=2}
# >    %23 "total" = inplace %20, %22 {binary="+"}
# >    jump b1(%8, %23, %21)
# >  b7():
# >    unwind b4(%11)
# >    %24 = const {index=1}
# >    %25 "total" = inplace %11, %24 {binary="+"}
# >    jump b6(%25, %6)
# >  b8() handling 1:
# >    unwind b4(%5)
# >    raise %17 {flag}
# >  b9() handling 1:
# >    unwind b10()
# >    %26 = const {index=1}
# >    %27 "bad" = inplace %6, %26 {binary="+"}
# >    jump b6(%5, %27)
# >  b10(%28) handling 2:
# >    unwind b4(%5)
# >    raise %28 {flag}
# >  }
