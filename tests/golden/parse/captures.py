# The cheapest way to a variable of a scope around that can't be told from late binding: copied, lifted, or a cell.
def f(n):
    copied = n + 1
    late = 0

    def recurse(k):
        return copied if k == 0 else recurse(k - 1)

    def read():
        return late

    late = 2
    return recurse(3), read()


def main():
    return f(1)
# > fora dump --phase=parse
# >  block
# >    variables f: static, main: static, __fora_result__
# >    def f(n)
# >      variables n, copied: value, late: cell, recurse: lifted, read
# >      copied = (n + 1)
# >      late = 0
# >      def f.<locals>.recurse(k) captures (copied)
# >        variables k
# >        return (copied@f if (k == 0) else recurse@f((k - 1)))
# >      def f.<locals>.read() captures (late)
# >        return late@f
# >      late = 2
# >      return (recurse(3), read())
# >    def main()
# >      return f@block(1)
# >    __fora_result__ = main()
