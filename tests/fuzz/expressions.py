"""Random expressions of a wanted type, over the names in scope.

Types are words: int float bool str none ints floats strs pairs nested point triple any fn, and inst:CLASS. `any` is a
variable that may be None, an int, a float or a str: what the compiler calls a union. Types are kept loosely: now and
then an operand is of a wrong type, an index is not checked, a divisor may be zero.
"""
import random

INT_LITERALS = ["0", "1", "2", "3", "5", "7", "10", "-1", "-2", "-7", "63", "64", "100", "255", "1000003", "-4096",
                "2**31", "2**53 + 1", "2**62", "2**63 - 1", "2**63", "-(2**63)", "-(2**63) - 1", "2**64", "10**18",
                "10**20 + 7", "-(10**25)", "4611686018427387904", "3037000500", "9223372036854775807", "-9223372036854775808",
                "2**63 + 1", "-(2**64)", "3037000499", "-3037000500", "2**127 - 1", "-(2**62) - 1", "10**15 + 3"]
SMALL_INTS = INT_LITERALS[:14]
FLOAT_LITERALS = ["0.0", "-0.0", "1.0", "0.5", "-1.5", "2.25", "0.1", "3.7", "1e-3", "100.0", "1e10", "-2.5e15", "1e16",
                  "1e22", "123456.789", "1e-7", "1e308", "5e-324", "float('inf')", "float('nan')", "-float('inf')",
                  "2.5", "-0.5", "1.5", "2.675", "1.7976931348623157e308", "2.2250738585072014e-308", "-5e-324", "4.5e15",
                  "9007199254740993.0", "1e23", "0.30000000000000004", "math.pi", "-math.inf", "1e-320"]
STR_LITERALS = ["''", "'a'", "'abc'", "'hello'", "'x y'", "'0'", "'12'", "'-7'", "'1.5'", "'é'", "'aé€😀'", "\"it's\"",
                "'\\n'", "'Zz'", "'12x'"]
MODULI = ["97", "1009", "65536", "1000003", "(2**61 - 1)", "2**64", "10**25"]
# Functions of math by result; {f} {i} are operands, and what is in their way keeps most of them in their domain.
MATH_FLOAT = """acos({f} % 1.0); asin({f} % 1.0); acosh(1.0 + {f} % 9.0); atanh({f} % 0.99); atan({f}); asinh({f}); cbrt({f});
    copysign({f}, {f}); cos({f} % 100.0); cosh({f} % 9.0); degrees({f}); dist(({f}, 1.0), (2.0, {f})); erf({f}); erfc({f});
    exp({f} % 9.0); exp2({f} % 30.0); expm1({f} % 9.0); fabs({f}); fmod({f} % 99.0, {f} % 7.0 + 0.5); frexp({f})[0];
    fsum([{f} % 9.0, 0.1, 1e16]); gamma({f} % 20.0 + 0.5); hypot({f}, {f}, 1.0); hypot(); ldexp({f} % 3.0, {i} % 40);
    lgamma({f} % 20.0 + 0.5); log({f} % 10.0 + 0.5); log({i} % 1000 + 2, {i} % 7 + 2); log10({f} % 9.0 + 1e-3);
    log1p({f} % 9.0); log2({i} % 2**70 + 1); modf({f})[0]; nextafter({f}, 1.0); pow({f} % 9.0, {f} % 5.0); prod([{f}, 0.5, 2]);
    radians({f}); remainder({f} % 99.0, {f} % 7.0 + 0.5); sin({f} % 100.0); sinh({f} % 9.0); sqrt({f} % 1e6); tan({f} % 1.5);
    tanh({f}); ulp({f}); e; pi; tau; inf""".replace("\n   ", "").split("; ")
MATH_INT = ["gcd({i}, {i})", "lcm({i} % 1009, {i} % 97)", "isqrt(abs({i}))", "factorial({i} % 25)", "comb({i} % 40, {i} % 9)",
            "perm({i} % 30, {i} % 9)", "perm({i} % 9)", "prod([{i}, 3, {i} % 7])", "frexp({f} % 1e9)[1]", "gcd({i}, 12, {i})",
            "floor({f} % 1e15)", "ceil({f} % 1e15)", "trunc({f} % 1e15)", "gcd()"]
MATH_BOOL = ["isnan({f})", "isinf({f})", "isfinite({f})", "isclose({f}, {f})", "isclose({f}, {f}, rel_tol=0.5)",
             "isclose({f}, {f}, abs_tol=10.0)"]
# Operands that raise, or nearly do.
MATH_EDGES = ["sqrt({f})", "log({f})", "exp({f})", "acos({f})", "gamma({f})", "lgamma({f})", "fmod({f}, {f})", "pow({f}, {f})",
              "sin({f})", "cosh({f})", "floor({f})", "ldexp({f}, {i} % 3000)", "log2({f})", "log({i}, {i})", "isqrt({i})",
              "factorial({i} % 30 - 3)",
              "atanh({f})", "expm1({f})", "remainder({f}, {f})", "log1p({f})", "fsum([{f}, {f}])", "sqrt({i})",
              "comb({i} % 9 - 1, 2)"]
# Lists of ints out of other lists.
LIST_FORMS = ["[len(t) for t in {strs}]", "[a + i for i, (a, b) in enumerate({pairs})]", "[sum(r) for r in {nested}]",
              "[a for a, b in sorted({pairs}, key=lambda t: t[1])]", "[len(r) for r in {nested} if r]",
              "[t * s for t in {ints}[:5] for s in range(3) if (t + s) % 2]", "[[t, s][t % 2] for t in range(3) for s in {ints}[:4]]",
              "sorted({ints}, key=lambda t: (t % 3, -t), reverse=True)", "list(map(lambda a, b=2: a * b, {ints}))",
              "[t for t in reversed(range({i} % 9))]", "list(range(9)[{i} % 9::-2])", "list((*{ints}, {i}))[:25]",
              "[t if t % 2 else [s for s in range(3) if s != t][0] for t in {ints}]",
              "list(filter(lambda t: t % 3 != 1, map(lambda t: t + 1, {ints})))"]
FORMATS_INT = ["d", "5d", "<6", "^7", "05d", "+", ",", "x", "b", "#o", "*>8"]
FORMATS_FLOAT = [".2f", "8.3f", "e", ".3e", "g", ".4g", "+.1f", ".1%", "<12", "010.2f"]
FORMATS_STR = ["", ">6", "<6", "^7", ".2", "*^9"]
ELEMENT = {"ints": "int", "floats": "float", "strs": "str", "pairs": "pair", "nested": "ints"}
RESULT_TYPES = ["int", "int", "int", "float", "float", "str", "bool", "ints", "ints", "floats", "strs", "point", "triple",
                "any", "pairs", "nested"]


class Expressions:
    """Invariants: (1) an expression ends and is cheap: `weight` counts how often it may run. (2) A list in `owned` is
    only read in ways that make no alias, so that it may be changed later. (3) Nothing that grows (`grew`) is fed back
    into a loop without a bound."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.variables = []     # (name, type), innermost last
        self.owned = []         # (name, type) of lists that statements may change
        self.functions = []     # Function, callable from here on
        self.classes = []       # Class
        self.weight = 1         # how often the current place runs, at most
        self.cost = 0           # of the function that is being written
        self.risk = 0.06        # how likely an operation is left unguarded
        self.grew = False
        self.captured = False   # in a lambda or nested function: no owned lists
        self.name_count = 0

    # ---- chance ----

    def chance(self, probability):
        return self.rng.random() < probability

    def pick(self, items):
        return items[int(self.rng.random() * len(items))]

    def fresh(self, prefix="v"):
        self.name_count += 1
        return "%s%d" % (prefix, self.name_count)

    def of_type(self, *types):
        return [name for name, type_ in self.variables if type_ in types]

    # ---- any type ----

    def expr(self, type_, depth=3):
        if type_.startswith("inst:"):
            return self.instance(type_[5:], depth)
        if depth <= 0 or self.chance(0.22):
            return self.leaf(type_)
        if self.chance(0.05):
            return "(%s if %s else %s)" % (
                self.expr(type_, depth - 1), self.expr("bool", depth - 1), self.expr(type_, depth - 1))
        if self.chance(0.12):
            call = self.call(type_, depth)
            if call:
                return call
        return getattr(self, "expr_" + type_)(depth)

    def leaf(self, type_):
        names = self.of_type(type_)
        if names and self.chance(0.75):
            # The latest names more often: they are what the program is just working on.
            return names[max(int(self.rng.random() * len(names)), int(self.rng.random() * len(names)))]
        if type_ == "bool" and self.of_type("int"):
            return "(%s %s %s)" % (self.leaf("int"), self.pick(["<", ">=", "=="]), self.literal("int"))
        return self.literal(type_)

    def literal(self, type_):
        if type_ == "int":
            text = self.pick(INT_LITERALS if self.chance(0.3) else SMALL_INTS)
            return "(%s)" % text if "*" in text or text[0] == "-" else text
        if type_ == "float":
            text = self.pick(FLOAT_LITERALS if self.chance(0.5) else FLOAT_LITERALS[:12])
            return "(%s)" % text if text[0] == "-" else text
        if type_ == "bool":
            return self.pick(["True", "False"])
        if type_ == "str":
            return self.pick(STR_LITERALS)
        if type_ == "none":
            return "None"
        if type_ == "any":
            return self.literal(self.pick(["none", "int", "float", "str", "bool"]))
        if type_ == "pair":
            return "(%s, %s)" % (self.literal("int"), self.literal("str"))
        if type_ == "point":
            return "(%s, %s)" % (self.literal("int"), self.literal("float"))
        if type_ == "triple":
            return "(%s, %s, (%s, %s))" % tuple(self.literal(t) for t in ("int", "str", "bool", "float"))
        if type_ == "fn":
            return self.expr_fn(0)
        return "[%s]" % ", ".join(self.literal(ELEMENT[type_]) for _ in range(self.rng.randrange(1, 5)))

    def call(self, type_, depth):
        """A call of a function or method that returns `type_`, if there is one that is cheap enough here."""
        fitting = [f for f in self.functions if f.result == type_ and self.weight * f.cost < 3000]
        if not fitting:
            return None
        function = self.pick(fitting)
        self.cost += self.weight * function.cost
        self.grew = True
        return function.call(self, depth)

    def method(self, type_, depth):
        """A field, method or operator of some instance in scope that gives `type_`."""
        found = []
        for name, variable_type in self.variables:
            if variable_type.startswith("inst:"):
                for class_ in self.classes:
                    if class_.name == variable_type[5:]:
                        found += [(name, member) for member in class_.members if member.result == type_]
        if not found:
            return None
        name, member = self.pick(found)
        self.cost += 5 * self.weight
        self.grew = True
        return member.use(self, name, depth)

    def instance(self, class_name, depth):
        names = self.of_type("inst:" + class_name)
        if names and self.chance(0.7):
            return self.pick(names)
        class_ = [c for c in self.classes if c.name == class_name][0]
        return "%s(%s)" % (class_name, ", ".join(self.expr(t, depth - 2) for t in class_.arguments))

    def wrong(self, depth):
        """An expression that raises a TypeError or AttributeError when it is evaluated."""
        return self.pick(["(None + %s)" % self.leaf("int"), "(%s - 'a')" % self.leaf("int"), "len(%s)" % self.leaf("int"),
                          "(%s + 1)" % self.leaf("str"), "('a' < %s)" % self.leaf("int"), "%s[0]" % self.fresh_none(),
                          "(%s).missing" % self.leaf("float"), "sum(%s)" % self.leaf("int"), "(-%s)" % self.leaf("str"),
                          "([1] + %s)" % self.leaf("point"), "int(%s)" % self.leaf("ints"), "max(3, 'b')"])

    def fresh_none(self):
        names = self.of_type("any")
        return self.pick(names) if names else "(None)"

    # ---- numbers ----

    def expr_int(self, depth):
        d = depth - 1
        kind = self.rng.randrange(26)
        if kind == 24:
            return self.filled("math." + self.pick(MATH_INT), d)
        if kind == 25:
            self.grew = True
            return self.filled(self.pick([
                "({i} * {i} * {i})", "(-({i}) // {i} if {i} else 0)" if self.chance(self.risk) else "(-({i}) // 7)",
                "({i} % 9 ** ({i} % 40))",
                "round({i}, -2)", "round({i}, {i} % 5 - 3)", "int({i} / 7)", "(({i} << {i} % 130) >> {i} % 130)",
                "int(str({i})[-5:])",
                "({i} if {i} < {f} else {i})", "pow({i} % 9 + 2, -1, 1009)", "((1 << {i} % 70) - 1)", "({i} & -{i})",
                "(~{i} ^ {i} | 1)",
                "divmod(-{i}, -7)[1]", "(lambda a, b=3: a * b - {i})({i})", "(lambda *a: len(a))({i}, *[{i}])",
                "(2**63 - 1 + {i} % 3)",
                "(-2**63 - {i} % 3)", "(3037000500 * ({i} % 3037000500))", "(({i} == {f}) + 1)",
                "(lambda t: t(t, {i} % 6))(lambda g, n: n and n + g(g, n - 1))"]), d)
        if kind < 5:
            op = self.pick(["+", "-", "+", "-", "*"])
            self.grew = self.grew or op == "*"
            return "(%s %s %s)" % (self.expr("int", d), op, self.expr("int", d))
        if kind < 8:
            return "(%s %s %s)" % (self.expr("int", d), self.pick(["//", "%", "%"]), self.divisor(d))
        if kind == 8:
            self.grew = True
            return self.pick(["(%s << %s %% 67)", "(%s >> %s %% 67)"]) % (self.expr("int", d), self.expr("int", d))
        if kind == 9:
            return "(%s %s %s)" % (self.expr("int", d), self.pick("&|^"), self.expr("int", d))
        if kind == 10:
            return self.pick(["(-%s)", "(~%s)", "(+%s)", "abs(%s)"]) % self.expr("int", d)
        if kind == 11:
            self.grew = True
            return self.pick(["((%s %% 50) ** %s)", "(%s ** 2 + %s)"]) % (self.expr("int", d), self.pick("0123"))
        if kind == 12:
            return "pow(%s, %s %% 40, %s)" % (self.expr("int", d), self.expr("int", d), self.pick(MODULI))
        if kind < 16:
            return self.of_sequence("int", d)
        if kind == 16:
            return "divmod(%s, %s)[%s]" % (self.expr("int", d), self.divisor(d), self.pick("01"))
        if kind == 17:
            return "%s(%s, %s)" % (self.pick(["min", "max"]), self.expr("int", d), self.expr("int", d))
        if kind == 18:
            return self.from_float(d)
        if kind == 19:
            return self.from_text("int", d)
        if kind == 20:
            return "(%s + %s)" % (self.expr("bool", d), self.expr("int", d))
        if kind == 21:
            return self.from_any("int", d)
        if kind == 22:
            return self.method("int", d) or self.call("int", d) or self.leaf("int")
        names = self.of_type("fn")
        self.grew = True
        self.cost += 10 * self.weight
        return "%s(%s)" % (self.pick(names), self.expr("int", d)) if names else self.of_sequence("int", d)

    def divisor(self, depth):
        if self.chance(self.risk):
            return self.expr("int", depth)
        return self.pick(["3", "7", "(-5)", "10", "64", "(%s or 1)" % self.expr("int", depth - 1), "1000003"])

    def from_float(self, depth):
        value = self.expr("float", depth)
        if self.chance(self.risk):
            return "%s(%s)" % (self.pick(["int", "round", "math.floor", "math.ceil"]), value)
        return "%s(min(max(%s, -1e18), 1e18) or 0.0)" % (self.pick(["int", "math.floor", "math.ceil", "math.trunc"]),
                                                        self.pick(["(%s) * 0.5", "%s"]) % self.tame(value))

    @staticmethod
    def tame(value):
        """nan becomes 0.0: min and max let it through."""
        return "(lambda t: t if t == t else 0.0)(%s)" % value

    def from_text(self, type_, depth):
        if self.chance(self.risk * 2):
            return "%s(%s)" % (type_, self.expr("str", depth))
        return "%s(str(%s))" % (type_, self.expr(type_, depth))

    def from_any(self, type_, depth):
        names = self.of_type("any")
        if not names:
            return self.leaf(type_)
        name = self.pick(names)
        if self.chance(self.risk):
            return "(%s %s %s)" % (name, self.pick("+-*"), self.leaf(type_))
        return "(%s if isinstance(%s, %s) else %s)" % (name, name, type_, self.expr(type_, depth - 1))

    def expr_float(self, depth):
        d = depth - 1
        kind = self.rng.randrange(20)
        if kind < 6:
            return "(%s %s %s)" % (self.expr("float", d), self.pick("+-*"), self.number(d))
        if kind == 6:
            if self.chance(self.risk):
                return "(%s %s %s)" % (self.number(d), self.pick(["/", "//", "%"]), self.expr("float", d))
            return "(%s %s %s)" % (self.expr("float", d), self.pick(["/", "//", "%"]),
                                   self.pick(["3.0", "0.7", "(-2.5)", "7", "(%s or 1.5)" % self.expr("float", d)]))
        if kind == 7:
            return "(%s %% 1000003 / %s)" % (self.expr("int", d), self.divisor(d))
        if kind == 8:
            return self.pick(["(-%s)", "abs(%s)", "(+%s)"]) % self.expr("float", d)
        if kind == 9:
            return self.filled("math." + self.pick(MATH_FLOAT), d)
        if kind == 10:
            return "math.%s(%s %% 1000)" % (self.pick(["sin", "cos", "sqrt", "exp2", "log1p", "expm1"]), self.expr("int", d))
        if kind == 11 and self.chance(self.risk * 3):
            return "float(%s)" % self.filled("math." + self.pick(MATH_EDGES), d)
        if kind == 11:
            return self.filled("math." + self.pick(MATH_FLOAT), d)
        if kind == 12:
            return "math.%s(%s, %s)" % (self.pick(["hypot", "atan2"]), self.expr("float", d), self.expr("float", d))
        if kind == 13:
            return "round(%s, %s)" % (self.expr("float", d), self.pick(["0", "1", "2", "5", "-1", "17", "-300", "ndigits=3"]))
        if kind == 14:
            return self.filled(self.pick(["(abs({f}) ** 0.5)", "(({f} / 1e200) ** 2)",
                "float(int({f}))" if self.chance(self.risk) else
                                          "(({f} / 1e160) ** 3)",
                                          "divmod({f}, {f} or 1.5)[%s]" % self.pick("01"), "pow({f} % 9.0, {i} % 9)",
                                          "(({f} % 9.0) ** ({i} % 20 - 10 or 1))" if self.chance(self.risk) else "(({f} % 9.0) ** ({i} % 20))",
                                          "({i} % 10**9 / ({i} % 999 + 1))",
                                          "({i} ** -({i} % 9 + 1))" if self.chance(self.risk) else "{f}",
                                          "({f} * 1e-310)", "({f} // 0.1 if {f} < 1e300 else 1.0)", "({i} % 2**60 * 1.0 - {f})"]), d)
        if kind == 15:
            return "%s(%s, %s)" % (self.pick(["min", "max"]), self.expr("float", d), self.number(d))
        if kind == 16:
            return self.method("float", d) or self.from_any("float", d)
        if kind == 17:
            return "float(%s %% 10**6)" % self.expr("int", d) if self.chance(0.7) else self.from_text("float", d)
        if kind == 18:
            return "(%s)[1]" % self.expr("point", d)
        return self.of_sequence("float", d)

    def filled(self, template, depth):
        """The template with an expression for each {i} (int), {f} (float) and {TYPE}, a list of that type."""
        for mark, type_ in (("{i}", "int"), ("{f}", "float")):
            while mark in template:
                template = template.replace(mark, self.expr(type_, depth - 1), 1)
        for type_ in ELEMENT:
            while "{%s}" % type_ in template:
                template = template.replace("{%s}" % type_, self.readable(type_, depth - 1), 1)
        return template

    def number(self, depth):
        if self.chance(0.75):
            return self.expr("float", depth)
        # A big integer may be too large for a float: now and then that is the point.
        return self.expr("int", depth) if self.chance(self.risk) else "(%s %% 10**9)" % self.expr("int", depth)

    # ---- reading sequences ----

    def readable(self, type_, depth):
        """A list of `type_` that is only read."""
        names = [name for name, t in self.owned if t == type_] if not self.captured else []
        return self.pick(names) if names and self.chance(0.5) else self.expr(type_, depth)

    def of_sequence(self, type_, depth):
        """A value of `type_` (int or float) out of sequences."""
        plural = type_ + "s"
        kind = self.rng.randrange(10)
        xs = self.readable(plural, depth - 1)
        if kind == 0:
            return self.at(xs, depth)
        if kind == 1 and type_ == "int":
            return "len(%s)" % self.readable(self.pick(["ints", "strs", "str", "floats", "triple"]), depth)
        if kind == 2:
            return "sum(%s)" % xs
        if kind == 3:
            return "%s(%s, default=%s)" % (self.pick(["min", "max"]), xs, self.leaf(type_))
        if kind == 4:
            return "%s(%s)" % (self.pick(["min", "max"]), xs) if self.chance(self.risk) else "sum(%s, %s)" % (xs, self.leaf(type_))
        if kind < 8:
            return "sum(%s)" % self.generator(type_, depth)
        if kind == 8:
            return "%s(%s, key=lambda t: %s, default=%s)" % (
                self.pick(["max", "min"]), xs if self.chance(0.5) else "(%s)" % self.generator(type_, depth),
                self.pick(["-t", "abs(t)", "t * t", "str(t)", "(t % 3, -t)"]), self.leaf(type_))
        if self.chance(0.3):
            return self.reduced(type_, depth)
        return self.tuple_item(type_, depth)

    def reduced(self, type_, depth):
        """A generator expression, a map, a filter or a zip in a builtin."""
        if type_ == "float":
            return self.pick(["sum(map(float, %s), 0.5)", "math.fsum(t * 0.1 for t in %s if t < 1e300)",
                "sum([t * 0.5 for t in %s if t < 10**300], start=-0.0)",
                              "math.prod((t % 7 for t in %s), start=1.5)",
                              "max(map(lambda t: t * 0.25, filter(lambda t: t < 10**300, %s)), default=-0.0)",
                              "sum(a * b for a, b in zip((0.5, 2.5), [t % 9 for t in %s]))"]).replace(
                                  "%s", self.readable("ints", depth - 2))
        return self.pick(["sum(a * b for a, b in zip(%s, range(9)))", "sum(i * t for i, t in enumerate(%s, start=2))",
                          "min((t for t in %s if t > 2), default=-1)", "len([t for t in %s if t % 2 if t > 1])", "sum(map(abs, %s))",
                          "sum(map(lambda a, b: a - b, %s, (1, 2, 3)))", "len(tuple(filter(None, %s)))", "sum(reversed(%s))",
                          "max(((t % 5, t) for t in %s), default=(0, 0))[1]", "sum(1 for t in %s for s in range(t % 4) if s)",
                          "sorted(%s + [0], key=lambda t: (t % 3, t), reverse=True)[0]", "sum([t for t in %s], 10)",
                          "list(enumerate([0] + %s))[-1][0]",
                          "sum(t for r in [%s, [1, 2]] for t in r if t %% 2)".replace("%%",
                          "%"), "sum(all(s < 3 for s in range(t % 6)) for t in %s)",
                          "sum(range(3, 40, 7)[t % 5] for t in %s)", "sum((lambda s: s + 1)(t) for t in %s)"]).replace(
                              "%s", self.readable("ints", depth - 2))

    def tuple_item(self, type_, depth):
        if type_ == "int" and self.chance(0.5):
            items = ", ".join(self.expr("int", depth - 1) for _ in range(3))
            return "(%s)[%s %% 3]" % (items, self.expr("int", depth - 1))
        if type_ == "int":
            return "(%s)[0]" % self.expr(self.pick(["point", "triple"]), depth)
        return "(%s)[2][1]" % self.expr("triple", depth)

    def at(self, xs, depth):
        index = self.expr("int", depth - 1)
        if self.chance(self.risk):
            return "%s[%s]" % (xs, index)
        if "(" in xs or "[" in xs:
            return "(lambda t, i: t[i %% len(t)] if t else 0)(%s, %s)" % (xs, index)
        return "(%s[%s %% len(%s)] if %s else 0)" % (xs, index, xs, xs)

    def generator(self, type_, depth):
        """`e for x in ... [if ...]` over some source; consumed at once."""
        x = self.fresh("x")
        source, element, length = self.source(depth)
        if self.weight * length > 2000:
            return "%s for %s in [%s]" % (x, x, self.literal(type_))
        saved = self.variables, self.weight
        if element == "pair":
            y = self.fresh("x")
            self.variables = self.variables + [(x, "int"), (y, "str")]
            x = "%s, %s" % (x, y)
        else:
            self.variables = self.variables + [(x, element)]
        self.weight *= length
        self.cost += self.weight
        test = " if %s" % self.expr("bool", min(depth - 1, 2)) if self.chance(0.3) else ""
        text = "%s for %s in %s%s" % (self.expr(type_, min(depth - 1, 2)), x, source, test)
        self.variables, self.weight = saved
        return text

    def source(self, depth):
        """(iterable expression, element type, at most how many elements)."""
        kind = self.rng.randrange(9)
        if kind < 3:
            n = self.pick([1, 3, 5, 8, 12])
            return self.pick(["range(%d)" % n, "range(-%d, %d)" % (n // 2, n - n // 2), "range(%d, 0, -1)" % n,
                              "range(0, %d, 2)" % (2 * n)]), "int", n
        if kind < 5:
            return "%s[:12]" % self.readable("ints", depth - 1), "int", 12
        if kind == 5:
            return "%s[:10]" % self.readable("floats", depth - 1), "float", 10
        if kind == 6:
            return "%s[:10]" % self.expr("str", depth - 1), "str", 10
        if kind == 7:
            return "enumerate(%s[:10])" % self.expr("str", depth - 1), "pair", 10
        return "zip(%s[:8], %s)" % (self.readable("ints", depth - 1), self.expr("str", depth - 1)), "pair", 8

    # ---- truth ----

    def expr_bool(self, depth):
        d = depth - 1
        kind = self.rng.randrange(16)
        if kind == 14:
            return self.filled(self.pick(["math." + self.pick(MATH_BOOL), "({i} < {f} <= {i} != {f})",
                "({i} == {f} in (1, 2.0))", "({f} != {f})",
                                          "({i} > {i} < {i} >= {i})", "(not {i} or {f} and {i}) is True", "bool({i} and {f})",
                                          "({i} in range(-3, 90, 4))",
                                          "isinstance({i}, bool)", "({f} == {f} == {i})", "(0 <= {i} < 10)",
                                          "isinstance(({i}, {f})[{i} % 2], int)"]), d)
        if kind == 15:
            xs = self.readable("ints", d)
            return self.pick(["any(t > 3 for t in %s)", "all(t % 2 for t in %s if t > 0)", "all(map(bool, %s))",
                "any(filter(None, %s))",
                              "any(a == b for a, b in zip(%s, range(5)))", "bool(%s)", "(not %s)",
                              "all(any(s == t % 3 for s in range(t % 4)) for t in %s)",
                              "(3 in (t % 7 for t in %s))", "(tuple(%s) < (1, 2))", "(%s[:2] == [1, 2])"]).replace("%s", xs)
        order = lambda: self.pick(["<", "<=", ">", ">=", "==", "!="])
        if kind < 4:
            return "%s %s %s" % (self.expr("int", d), order(), self.expr("int", d)) if self.chance(0.6) else \
                "%s %s %s" % (self.number(d), order(), self.expr("float", d))
        if kind == 4:
            return "(%s %s %s %s %s)" % (self.expr("int", d), order(), self.expr("int", d), order(), self.expr("int", d))
        if kind == 5:
            return "(%s %s %s)" % (self.expr("bool", d), self.pick(["and", "or"]), self.expr("bool", d))
        if kind == 6:
            return "(not %s)" % self.expr("bool", d)
        if kind == 7:
            return "(%s %s %s)" % (self.expr("str", d), order(), self.expr("str", d))
        if kind == 8:
            return "%s(%s)" % (self.pick(["any", "all"]), self.generator("bool", d))
        if kind == 9:
            names = self.of_type("any")
            name = self.pick(names) if names else self.leaf("int")
            return self.pick(["isinstance(%s, %s)" % (name, self.pick(["int", "float", "str", "(int, float)", "bool"])),
                              "%s %s None" % (name, self.pick(["is", "is not"])), "(%s == %s)" % (name, self.leaf("any"))])
        if kind == 10:
            return "(%s %s %s)" % (self.expr("int", d), self.pick(["in", "not in"]), self.readable("ints", d))
        if kind == 11:
            return "(%s %s %s)" % (self.readable("ints", d), order(), self.expr("ints", d))
        if kind == 12:
            return self.method("bool", d) or "bool(%s)" % self.expr(self.pick(["int", "str", "float"]), d)
        return "(%s in %s)" % (self.expr("str", d), self.expr("str", d))

    # ---- text ----

    def expr_str(self, depth):
        d = depth - 1
        kind = self.rng.randrange(11)
        if kind == 10:
            return self.pick(["max(%s, key=len)", "min(%s, default='-', key=lambda t: t[::-1])",
                "str(sorted(%s, reverse=True))[:40]", "str(%s[::-2])[:40]",
                              "str([t[-1:] + t[:1] for t in %s])[:40]", "str(tuple(zip(%s, range(3))))[:40]",
                              "str([t for t in %s if t and t[0] < 'h'])[:40]",
                              "str([(t, len(t)) for t in %s if t])[:40]"]) % ("([''] + %s)" % self.readable("strs", d))
        if kind < 2:
            return "(%s + %s)[:40]" % (self.expr("str", d), self.expr("str", d))
        if kind == 2:
            return "(%s * (%s %% 4))[:40]" % (self.expr("str", d), self.expr("int", d))
        if kind == 3:
            return "%s%s" % (self.expr("str", d), self.slice(d))
        if kind == 4:
            text = self.expr("str", d)
            return "%s[%s]" % (text, self.expr("int", d)) if self.chance(self.risk) else "(%s or 'e')[%s]" % (text, self.pick(["0", "-1"]))
        if kind < 8:
            return "f'%s'" % "".join(self.field(d) for _ in range(self.rng.randrange(1, 4)))
        if kind == 8:
            return self.method("str", d) or "max(%s, %s)" % (self.expr("str", d), self.expr("str", d))
        return "str(%s)[:40]" % self.expr(self.pick(["int", "float", "bool", "ints", "any", "point", "triple", "strs"]), d)

    def field(self, depth):
        """One field of an f-string in '...': what is inside must not hold a quote or a backslash."""
        type_ = self.pick(["int", "float", "str", "any", "ints", "bool", "point"])
        names = self.of_type(type_)
        if not names:
            return self.pick(["-", "a", "{{", "é"])
        name = self.pick(names)
        if type_ == "int":
            return "{%s:%s}" % (name, self.pick(FORMATS_INT)) if self.chance(0.5) else "{%s + 1}" % name
        if type_ == "float":
            return "{%s:%s}" % (name, self.pick(FORMATS_FLOAT)) if self.chance(0.5) else "{%s}" % name
        if type_ == "str":
            return "{%s%s:%s}" % (name, self.pick(["", "!r", "!s"]), self.pick(FORMATS_STR))
        return "{%s%s}" % (name, self.pick(["", "!r", "!s"]))

    def slice(self, depth):
        bound = lambda: self.pick(["", "1", "2", "-1", "-2", "5", self.leaf("int")])
        step = self.pick(["", "", ":2", ":-1", ":-2"])
        if self.chance(self.risk * 0.5):
            step = ":" + self.leaf("int")
        return "[%s:%s%s]" % (bound(), bound(), step)

    # ---- lists and tuples ----

    def listed(self, type_, depth):
        d = depth - 1
        element = ELEMENT[type_]
        kind = self.rng.randrange(9)
        if kind < 2:
            return "[%s]" % ", ".join(self.expr(element, d) for _ in range(self.rng.randrange(0, 5)))
        if kind < 4:
            return "[%s]" % self.generator(element, depth)
        if kind == 4:
            return "(%s + %s)[:25]" % (self.readable(type_, d), self.expr(type_, d))
        if kind == 5:
            return "%s%s" % (self.readable(type_, d), self.slice(d))
        if kind == 6:
            return "(%s * %s)[:25]" % (self.readable(type_, d), self.pick("0123"))
        if kind == 7 and type_ != "floats":  # with a nan the order would depend on the algorithm
            return "sorted(%s%s)" % (self.readable(type_, d), self.pick(["", ", reverse=True"]))
        return self.pick(["list(%s)", "list(reversed(%s))", "[*%s]"]) % self.readable(type_, d)

    def expr_ints(self, depth):
        d = depth - 1
        kind = self.rng.randrange(14)
        if kind == 12:
            return self.filled(self.pick(LIST_FORMS), depth)
        if kind == 13:
            return "[%s %% 1009 for t in range(%s %% 7)]" % (self.expr("int", 1), self.expr("int", d)) if self.weight < 60 else self.leaf("ints")
        if kind == 0:
            return "list(range(%s %% 9))" % self.expr("int", d)
        if kind == 1:
            return "list(map(lambda t: %s, %s))" % (self.pick(["t + 1", "t * t % 1009", "-t", "t // 3",
                "abs(t)"]), self.readable("ints", d))
        if kind == 2:
            return "list(filter(%s, %s))" % (self.pick(["None", "lambda t: t % 2", "lambda t: t > 0"]), self.readable("ints", d))
        if kind == 3:
            return "[t for r in %s for t in r][:25]" % self.expr("nested", d)
        if kind == 4:
            return "sorted(%s, key=lambda t: %s)" % (self.readable("ints", d), self.pick(["-t", "t % 5", "abs(t)", "str(t)"]))
        return self.listed("ints", depth)

    def expr_floats(self, depth):
        if self.chance(0.15):
            return "[t * %s for t in %s]" % (self.leaf("float"), self.readable("floats", depth - 1))
        return self.listed("floats", depth)

    def expr_strs(self, depth):
        if self.chance(0.15):
            return "list(map(str, %s))" % self.readable("ints", depth - 1)
        return self.listed("strs", depth)

    def expr_nested(self, depth):
        return "[%s]" % ", ".join(self.expr("ints", depth - 2) for _ in range(self.rng.randrange(0, 4)))

    def expr_pairs(self, depth):
        d = depth - 1
        return self.pick(["list(zip(%s, %s))" % (self.readable("ints", d), self.readable("strs", d)),
                          "list(enumerate(%s))" % self.expr("str", d),
                          "sorted(zip(%s, %s))" % (self.readable("ints", d), self.expr("str", d)),
                          "[%s]" % ", ".join(self.expr("pair", d) for _ in range(2))])

    def expr_pair(self, depth):
        return "(%s, %s)" % (self.expr("int", depth - 1), self.expr("str", depth - 1))

    def expr_point(self, depth):
        return "(%s, %s)" % (self.expr("int", depth - 1), self.expr("float", depth - 1))

    def expr_triple(self, depth):
        return "(%s, %s, (%s, %s))" % tuple(self.expr(t, depth - 1) for t in ("int", "str", "bool", "float"))

    def expr_none(self, depth):
        return "None"

    def expr_any(self, depth):
        kind = self.rng.randrange(6)
        if kind == 0:
            return "(%s %s %s)" % (self.leaf("any"), self.pick(["or", "and"]), self.leaf("any"))
        if kind == 1:
            items = [self.expr(t, depth - 1) for t in ("int", "float", "str", "none")]
            return "(%s)[%s %% 4]" % (", ".join(items), self.expr("int", depth - 1))
        if kind == 2 and self.chance(self.risk):
            return self.wrong(depth)
        return self.expr(self.pick(["none", "int", "float", "str", "bool"]), depth - 1)

    # ---- functions as values: int -> int ----

    def expr_fn(self, depth):
        names = self.of_type("fn")
        if names and self.chance(0.4):
            return self.pick(names)
        saved = self.variables, self.captured, self.weight
        x = self.fresh("x")
        self.variables, self.captured, self.weight = self.variables + [(x, "int")], True, max(self.weight, 30)
        # Calls of other functions as values could go in circles.
        self.variables = [(name, type_) for name, type_ in self.variables if type_ != "fn"]
        text = "(lambda %s: %s %% 1000003)" % (x, self.expr("int", min(depth, 2)))
        self.variables, self.captured, self.weight = saved
        return text
