# Every kind of parameter and of argument; defaults are evaluated where the function is made.
def f(a, /, b, c=1, *rest, d, e=2):
    return a, b, c, rest, d, e


def main():
    later = 10
    g = lambda x, *, y=later: x + y
    return f(1, 2, *(3, 4), d=5), f(1, b=2, d=3), g(1), g(1, y=2)
# > fora dump --phase=parse
# >  block
# >    variables f: static, main: static, __fora_result__
# >    def f(posonly a, b, c=1, *rest, kwonly d, kwonly e=2)
# >      variables a, b, c, rest, d, e
# >      return (a, b, c, rest, d, e)
# >    def main()
# >      variables later, g
# >      later = 10
# >      g = <1>
# >          <1> = main.<locals>.<lambda>(x, kwonly y=later)
# >            variables x, y
# >            result (x + y)
# >      return (f@block(1, 2, *(3, 4), d=5), f@block(1, b=2, d=3), g(1), g(1, y=2))
# >    __fora_result__ = main()
