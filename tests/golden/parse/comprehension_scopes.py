# A comprehension is an element function per `for`; its first iterable is evaluated in the scope around it.
def f(rows, k):
    return [x * k for row in rows if row for x in row], sum(y + k for y in rows[0])


def main():
    return f([[1, 2], [], [3]], 10), [[a for a in range(b)] for b in range(3)], (last := 7), last
# > fora dump --phase=parse
# >  block
# >    variables f: static, main: static, __fora_result__
# >    def f(rows, k)
# >      variables rows, k: value
# >      return ([*<1> of rows], sum@builtins((<2> of rows[0])))
# >          <1> = f.<locals>.<listcomp>(.0) captures (k)
# >            variables .0, row
# >            target row
# >            if row
# >            result (<3> of row)
# >                <3> = f.<locals>.<listcomp>(.0) captures (k) inner clause
# >                  variables .0, x
# >                  target x
# >                  result (x * k@f)
# >          <2> = f.<locals>.<genexpr>(.0) captures (k)
# >            variables .0, y
# >            target y
# >            result (y + k@f)
# >    def main()
# >      variables last
# >      return (f@block([[1, 2], [], [3]], 10), [<4> of range@builtins(3)], (last := 7), last)
# >          <4> = main.<locals>.<listcomp>(.0)
# >            variables .0, b
# >            target b
# >            result [<5> of range@builtins(b)]
# >                <5> = main.<locals>.<listcomp>.<locals>.<listcomp>(.0)
# >                  variables .0, a
# >                  target a
# >                  result a
# >    __fora_result__ = main()
