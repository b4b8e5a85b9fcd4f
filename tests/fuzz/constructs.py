"""Random statements that show one construct each: parameters of every kind, closures that are returned, handlers that are left
in every way, unpacking, walrus, unions, parsing. Each binds new names of known types.
"""

LEAVES = ["return t", "break", "continue", "t += 1", "t -= i", "pass", "raise Failure(t)", "raise ValueError(i)", "raise"]
PLAIN_LEAVES = ["t += 1", "t -= i", "t = t * 3 % 1009", "t += p // (i - 2)", "t += [1, 2][i]", "pass", "t += int('7' * i)"]
PARSED_INTS = ["' 12 '", "'-7'", "'+5'", "'1_000'", "'0x1f', 16", "'ff', 16", "'101', 2", "'0b11', 0", "'z', 36", "'９'",
               "'9' * 25", "''", "'1.5'", "'12x'", "'--1'", "'1__0'", "'8', 8"]
PARSED_FLOATS = ["'1.5'", "' 2 '", "'1e5'", "'-1e-400'", "'1e400'", "'inf'", "'-Infinity'", "'nan'", "'.5'", "'5.'", "'1_0.5'",
                 "'0x1p3'", "''", "'1.5.2'", "'infinit'", "'1e'", "'123456789012345678901234567890'"]


class Constructs:
    """Writes statements; a part of Program."""

    def bind(self, *typed):
        self.variables += list(typed)

    # ---- functions ----

    def every_kind_of_parameter(self):
        """A function of the program's top, called in several ways."""
        name, result = self.fresh("f"), self.pick(["int", "float", "str", "bool"])
        state = self.begin_function("%s(a, b=%s, /, c=%s, *rest, d, e=%s)" % (
            name, self.literal("int"), self.literal("str"), self.literal("float")),
            [("a", "int"), ("b", "int"), ("c", "str"), ("d", "int"), ("e", "float")], result)
        self.emit("rest = list(rest)")
        self.variables.append(("rest", "ints"))
        self.write_return(result)
        cost = self.end_function(state)
        forms = ["%s({int}, d={int})", "%s({int}, {int}, d={int}, e={float})", "%s({int}, {int}, {str}, {int}, {int}, d={int})",
                 "%s(*({int}, {int}), c={str}, d={int})", "%s({int}, {int}, {str}, *{ints}, d={int})",
                 "%s({int}, e={float}, d={int}, c={str})"]
        wrong = ["%s({int})", "%s(a={int}, d={int})", "%s({int}, d={int}, x={int})", "%s({int}, {int}, {str}, c={str}, d={int})"]
        self.called_as.append((name, forms, wrong, result, cost))
        if self.chance(0.4):
            forward = self.fresh("f")
            self.emit("")
            self.emit("def %s(*args, **kwargs):" % forward)
            self.emit("    return %s(*args, **kwargs)" % name)
            self.called_as.append((forward, forms, wrong, result, cost))

    def call_in_every_way(self):
        fitting = [row for row in self.called_as if self.weight * row[4] < 3000]
        if not fitting:
            return self.assign()
        name, forms, wrong, result, cost = self.pick(fitting)
        self.cost += self.weight * cost
        form = self.pick(wrong) if self.chance(self.risk * 2) else self.pick(forms)
        text = form.replace("%s", name)
        for type_ in ("int", "float", "str", "ints"):
            while "{%s}" % type_ in text:
                text = text.replace("{%s}" % type_, self.expr(type_, 1), 1)
        x = self.fresh()
        self.emit("%s = %s" % (x, text))
        self.bind((x, result))

    def write_closure_factory(self):
        """A function that returns a closure, which captures parameters and locals."""
        name, inner = self.fresh("make"), self.fresh("g")
        state = self.begin_function("%s(a, b=%s)" % (name, self.literal("int")), [("a", "int"), ("b", "int")], None)
        self.write_inputs()
        captured, self.captured, self.weight = self.captured, True, 30
        self.variables.append(("p", "int"))
        if self.chance(0.3):
            self.emit("return lambda p, q=%s: %s %% 1000003" % (self.pick(["b", self.literal("int")]), self.expr("int", 2)))
        else:
            self.emit("def %s(p%s):" % (inner, self.pick(["", "", ", q=3", ", *, q=a"])))
            if self.chance(0.4):
                self.emit("    if %s:" % self.expr("bool", 2))
                self.emit("        return %s %% 1009" % self.expr("int", 2))
            self.emit("    return %s %% 1000003" % self.expr("int", 2))
            if self.chance(0.2):
                self.emit("b = a + 1")
            self.emit("return %s" % inner)
        self.captured = captured
        self.end_function(state)
        self.factories.append(name)

    def closure(self):
        """What a factory returns; or functions made in a loop, each with its own default."""
        g = self.fresh("g")
        if self.factories and self.chance(0.7):
            self.emit("%s = %s(%s)" % (g, self.pick(self.factories), self.pick(["%s", "%s, b=2", "a=%s"]) % self.leaf("int")))
            self.bind((g, "fn"))
            return
        self.emit(self.pick(["%s = [lambda p, i=i: p * i + {0} for i in range(3)]", "%s = [lambda p: p - i for i in range(3)]",
                             "%s = [(lambda a: lambda p: p + a)(i) for i in range(3)]"]).format(self.leaf("int")) % g)
        x = self.fresh()
        self.emit("%s = [g(%s) for g in %s]" % (x, self.leaf("int"), g))
        self.bind((x, "ints"))

    def write_mutual_recursion(self):
        a, b = self.fresh("r"), self.fresh("r")
        result = self.pick(["int", "float", "str", "bool", "any"])
        cost = 0
        for name, other in ((a, b), (b, a)):
            state = self.begin_function("%s(n, p)" % name, [("n", "int"), ("p", "int")], result)
            self.protected.add("n")
            self.emit("if n <= 0:")
            self.emit("    return %s" % self.expr(result, 2))
            if self.chance(0.4):
                self.emit("if %s:" % self.expr("bool", 2))
                self.emit("    return %s" % self.expr(result, 2))
            again = "%s(n - 1, %s)" % (other, self.bounded("int", 2) + " % 1009")
            combine = {"int": "(%s + %s) %% 1000003", "float": "(%s - %s) * 0.5", "str": "(%s + %s)[:30]",
                       "bool": "%s != %s"}.get(result)
            self.emit("return %s" % (combine % (again, self.expr(result, 1)) if combine and self.chance(0.7) else again))
            cost += self.end_function(state)
            self.protected.discard("n")
        self.recursions.append((a, result, 8 * cost + 1))

    def call_mutual_recursion(self):
        fitting = [row for row in self.recursions if self.weight * row[2] < 3000]
        if not fitting:
            return self.assign()
        name, result, cost = self.pick(fitting)
        self.cost += self.weight * cost
        x = self.fresh()
        self.emit("%s = %s(%d, %s)" % (x, name, self.rng.randrange(8), self.leaf("int")))
        self.bind((x, result))

    # ---- exceptions ----

    def write_odd_exits(self):
        """A loop with try, except, else and finally, each of which may leave in its own way."""
        name = self.fresh("x")
        pick = self.pick
        self.emit("")
        self.emit("def %s(p):" % name)
        lines = ["t = 0", "for i in range(%d):" % self.pick([3, 4, 6])]
        if self.chance(0.2):
            lines = ["t = 0", "i = 5", "while i > 0:", "    i -= 1"]
        body = ["try:", "    " + pick(PLAIN_LEAVES), "    if i %s %d:" % (pick(["==", ">", "<"]), self.rng.randrange(4)),
                "        " + pick(LEAVES[:-1])]
        if self.chance(0.3):
            body = ["try:"] + ["    " + line for line in body] + ["    finally:", "        t += 10"]
            body += ["    " + pick(PLAIN_LEAVES)]
        kinds = self.rng.sample(["ValueError", "ZeroDivisionError", "Failure", "(IndexError, Failure)", "LookupError", "Exception"],
                                pick([0, 1, 1, 2]))
        for kind in kinds:
            body += ["except %s as e:" % kind, "    t += len(str(e))"]
            if self.chance(0.4):
                body += ["    if i > %d:" % self.rng.randrange(4), "        " + pick(
                    LEAVES + ["raise Failure(t) from e", "raise KeyError(i) from None", "raise e", "t += isinstance(e, Failure)"])]
        if kinds and self.chance(0.4):
            body += ["else:", "    " + pick(LEAVES[:-1])]
        if not kinds or self.chance(0.5):
            body += ["finally:", "    t += 100"]
            if self.chance(0.3):
                body += ["    if i == %d:" % self.rng.randrange(4), "        " + pick(["return t", "break", "continue", "raise KeyError(t)"])]
        lines += ["    " + line for line in body]
        if self.chance(0.4):
            lines += ["else:", "    t += 1000"]
        for line in lines + ["return t"]:
            self.emit("    " + line)
        self.odd.append(name)

    def call_odd_exits(self):
        if not self.odd:
            return self.attempt()
        x = self.fresh()
        self.emit("try:")
        self.emit("    %s = [%s(p) for p in (%s, 2)]" % (x, self.pick(self.odd), self.leaf("int")))
        self.emit("except Exception as e:")
        self.emit("    %s = [len(str(e)), isinstance(e, Failure)%s]" % (x, self.pick(["", ", e.__cause__ is None"])))
        self.bind((x, "ints"))

    def raise_from(self):
        """An exception that is raised from another, or again, and looked at."""
        x = self.fresh()
        self.emit("try:")
        self.emit("    try:")
        self.emit("        %s = str(%s)" % (x, self.pick([self.wrong(2), "1 // 0", "[1][2]", "int('x')", "float('')", "math.sqrt(-1)"])))
        self.emit("    except %s as e:" % self.pick(["Exception", "ArithmeticError", "(ValueError, LookupError)", "TypeError"]))
        self.emit("        " + self.pick(["raise Failure(str(e)) from e", "raise", "raise e", "raise ValueError(e.args) from None",
                                          "%s = f'{e}'" % x, "raise Failure", "raise KeyError(*e.args)", "%s = f'{e!r}'" % x]))
        self.emit("except Failure as e:")
        self.emit("    %s = %s" % (x, self.pick(["str(e.__cause__)", "str(e.args)", "f'{type(e) is Failure}'", "str(e)"])))
        self.emit("except Exception as e:")
        self.emit("    %s = %s" % (x, self.pick(["str(e)", "f'{e!r}'", "str(isinstance(e, ValueError))"])))
        self.bind((x, "str"))

    # ---- assignment ----

    def star_unpacking(self):
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        xs = "[%s, %s] + %s" % (self.leaf("int"), self.leaf("int"), self.bounded("ints"))
        if self.chance(self.risk):
            xs = self.bounded("ints")
        kind = self.rng.randrange(7)
        if kind == 0:
            self.emit("%s, *%s, %s = %s" % (a, b, c, xs))
            self.bind((a, "int"), (b, "ints"), (c, "int"))
        elif kind == 1:
            self.emit("*%s, %s = %s" % (b, a, xs))
            self.bind((b, "ints"), (a, "int"))
        elif kind == 2:
            self.emit("(%s, *%s), %s = %s, %s" % (a, b, c, xs, self.expr("str", 2)))
            self.bind((a, "int"), (b, "ints"), (c, "str"))
        elif kind == 3:
            self.emit("[%s, %s] = %s = %s" % (a, b, c, self.expr("point", 2)))
            self.bind((a, "int"), (b, "float"), (c, "point"))
        elif kind == 4:
            self.emit("%s, *%s = 'a' + %s" % (a, b, self.expr("str", 2)))
            self.bind((a, "str"), (b, "strs"))
        elif kind == 5:
            self.emit("%s = %s = %s = %s" % (a, b, c, self.bounded("int")))
            self.bind((a, "int"), (b, "int"), (c, "int"))
        else:
            self.emit("%s = [t for t, *r in ((%s, 1, 2), (%s, 'a')) for r in (r,)]" % (a, self.leaf("int"), self.leaf("int")))
            self.bind((a, "ints"))

    def walrus(self):
        a, b = self.fresh(), self.fresh()
        kind = self.rng.randrange(4)
        if kind == 0:
            self.emit("if (%s := %s) > %s:" % (a, self.bounded("int"), self.leaf("int")))
            self.emit("    %s = %s + 1" % (a, a))
            self.bind((a, "int"))
        elif kind == 1:
            self.emit("%s = 0" % a)
            self.emit("%s = [%s for t in %s[:9] if (%s := t %% 1009 + %s %% 1009) %% 3]" % (b, a, self.readable("ints", 2), a, a))
            self.bind((a, "int"), (b, "ints"))
        elif kind == 2:
            self.emit("%s = (%s := %s) + %s" % (b, a, self.bounded("float", 2), a))
            self.bind((a, "float"), (b, "float"))
        else:
            self.emit("%s = 9" % a)
            self.emit("while (%s := %s - 2) > %d:" % (a, a, self.rng.randrange(5)))
            self.emit("    if %s:" % self.expr("bool", 1))
            self.emit("        %s" % self.pick(["break", "continue"]))
            self.emit("else:")
            self.emit("    %s += 100" % a)
            self.bind((a, "int"))

    def augmented_items(self):
        """Augmented assignment on items of a list of its own: bounds, negative indices, the value that an index gives."""
        m, i = self.fresh("m"), self.fresh()
        type_ = self.pick(["ints", "ints", "floats"])
        self.emit("%s = [%s for i in range(6)]" % (m, self.pick(["i", "i * i - 7", self.literal("int")]) if type_ == "ints" else
                                                   self.pick(["i * 0.5", "1.0", "-0.0"])))
        self.emit("for %s in range(%s):" % (i, self.pick(["-6, 6", "6", "5, -1, -1", "0, 6, 2", "-7, 2" if self.chance(self.risk) else "3"])))
        operator = self.pick(["+", "-", "*", "//", "%"] + (["^", "|", "&", "<<", ">>"] if type_ == "ints" else ["/"]))
        value = {"<<": "2", ">>": "1", "//": "3", "%": "7", "/": "0.7", "*": "3"}.get(operator) or self.leaf(type_[:-1])
        self.emit("    %s[%s] %s= %s" % (m, i, operator, value))
        if self.chance(0.4):
            self.emit("    %s[%s], %s[0] = %s[-1], %s[%s]" % (m, i, m, m, m, i))
        self.bind_owned(m, type_)

    def grid(self):
        """A list of lists of its own: items set, augmented, appended and popped through two indices."""
        m, i, rows = self.fresh("m"), self.fresh(), self.rng.randrange(1, 5)
        fresh = self.pick(["[%s] * 3" % self.leaf("int"), "[]", "[i * %s for i in range(3)]" % self.literal("int")])
        self.emit("%s = [%s for _ in range(%d)]" % (m, fresh, rows))
        self.emit("for %s in range(%d):" % (i, self.rng.randrange(1, 9)))
        row = "%s[%s %% %d]" % (m, i, rows)
        for _ in range(self.rng.randrange(1, 4)):
            self.emit("    " + self.pick([
                "%s.append(%s)" % (row, self.bounded("int", 1)),
                "if %s: %s[%s %% len(%s)] %s %s" % (row, row, i, row, self.pick(["=", "+=", "-="]), self.leaf("int")),
                "if len(%s) > 1: %s[0], %s[-2] = %s[-1], %s.pop()" % (row, row, row, row, row),
                "%s[1:2] = [%s, %s]" % (row, i, self.leaf("int")),
                "if len(%s) > 2: del %s[-1]" % (row, row),
                "%s[0] = %s" % (row, i) if self.chance(self.risk) else "%s.reverse()" % row]))
        total = self.fresh()
        self.emit("%s = sum([sum(row) for row in %s])" % (total, m))
        self.bind((total, "int"))

    def bind_owned(self, name, type_):
        self.owned.append((name, type_))

    # ---- lists that change ----

    def write_list_function(self):
        """A function that changes the list that it is given, which it may if nobody else keeps it, and returns it."""
        name = self.fresh("grow")
        self.emit("")
        self.emit("def %s(xs, p):" % name)
        lines = ["for i in range(%d):" % self.pick([1, 3, 5])]
        for _ in range(self.rng.randrange(1, 3)):
            lines.append("    " + self.pick(["xs.append(i * p)", "xs[i % len(xs)] += p", "xs += [p, i]", "xs[-1] = p - i", "xs = xs + [p]",
                                             "xs = xs[-9:]", "xs[0], xs[-1] = xs[-1], xs[0]", "xs *= 1 + (len(xs) < 4)", "xs.append(len(xs))"]))
        if self.chance(0.4):
            lines += ["    if i == %d and p %s 2:" % (self.rng.randrange(4), self.pick(["<", ">", "=="])),
                      "        " + self.pick(["break", "return xs", "raise Failure(xs)", "continue", "xs = [p]"])]
        for line in lines + ["return " + self.pick(["xs", "xs", "xs[:20]"])]:
            self.emit("    " + line)
        self.growers.append(name)

    def hand_over(self):
        """Lists given to such functions: fresh ones, and one that goes there and back in a loop."""
        if not self.growers:
            return self.change_list()
        name, m = self.pick(self.growers), self.fresh("m")
        if self.chance(0.5):
            self.emit("try:")
            self.emit("    %s = [%s([i, %s], i) for i in range(%d)]" % (m, name, self.leaf("int"), self.pick([3, 70])))
            self.emit("except Failure as e:")
            self.emit("    %s = [[len(str(e))]]" % m)
            self.emit("%s = %s[:5]" % (m, m))
            self.bind((m, "nested"))
            return
        self.emit("%s = [%s, 5]" % (m, self.leaf("int")))
        self.emit("for i in range(%d):" % self.pick([2, 4]))
        self.emit("    %s = %s(%s, %s)" % (m, name, m, self.pick(["i + 3", "i + 3", self.leaf("int")])))
        self.bind_owned(m, "ints")

    def rows(self):
        """A list of lists whose rows are replaced."""
        m = self.fresh("m")
        self.emit("%s = [[i, %s] for i in range(4)]" % (m, self.leaf("int")))
        self.emit("for i in range(%d):" % self.pick([3, 9]))
        self.emit("    " + self.pick(["{m}[i % 4] = {m}[(i + 1) % 4][:5] + [i]", "{m} = {m}[1:] + [{m}[0]]",
                                      "{m}[-1 - i % 4] = [t + i for t in {m}[0]]",
                                      "{m}[i % 4], {m}[0] = {m}[0], {m}[i % 4]", "{m} += [[i] * (i % 3)]",
                                      "{m}.append({m}[-1][::-1])"]).format(m=m))
        self.emit("%s = %s[-5:]" % (m, m))
        self.bind((m, "nested"))

    def accumulate(self):
        """A tuple, a text or a list of several types that grows in a loop."""
        m = self.fresh()
        start, step = self.pick([("()", "%s += (%s,)"), ("''", "%s += str(%s)"), ("[]", "%s += [%s]"), ("(0, 1)", "%s = (%s, *{m}[:3])"),
                                 ("[0]", "%s = [*{m}[-4:], %s]"), ("'-'", "%s = f'{{%s}}{{{m}}}'[:40]")])
        self.emit("%s = %s" % (m, start))
        self.emit("for i in range(%d):" % self.pick([3, 12, 30]))
        value = self.pick(["i", "i * 0.5", "(i, 1)", "i if i % 3 else None", "-i", "i if i < 5 else 2.5", "2 ** (i * 3)", "i % 2 == 0"])
        self.emit("    " + (step % (m, value)).replace("{m}", m).replace("{{", "{").replace("}}", "}"))
        if self.chance(0.3):
            self.emit("    if len(%s) > %d:" % (m, self.rng.randrange(2, 9)))
            self.emit("        " + self.pick(["break", "%s = %s" % (m, start), "%s = %s[2:]" % (m, m)]))
        self.emit("%s = str(%s)[-60:]" % (m, m))
        self.bind((m, "str"))

    def hot_handler(self):
        """A loop that is long enough to be compiled while it runs, with handlers in it."""
        x, i = self.fresh("x"), self.fresh("i")
        trips = self.pick([60, 200])
        saved, self.weight, self.risk, risk = self.weight, trips, 0.35, self.risk
        self.protected |= {x, i}
        self.emit("%s = 1" % x)
        self.emit("for %s in range(%d):" % (i, trips))
        self.bind((x, "int"), (i, "int"))
        self.emit("    try:")
        self.emit("        %s = (%s + %s) %% 1000003" % (x, x, self.expr("int", 2)))
        if self.chance(0.5):
            self.emit("        if %s %% 20 == 7:" % i)
            self.emit("            " + self.pick(["raise Failure(%s)" % i, "continue", "raise KeyError(%s)" % x,
                                                  "%s = %s // (%s - 27)" % (x, x, i)]))
        self.emit("    except Exception as e:")
        self.emit("        %s += %s" % (x, self.pick(["1", "len(str(e))", "isinstance(e, Failure)"])))
        if self.chance(0.3):
            self.emit("        if %s == %d:" % (i, self.rng.randrange(trips)))
            self.emit("            break")
        if self.chance(0.3):
            self.emit("    %s:" % self.pick(["else", "finally"]))
            self.emit("        %s ^= %s" % (x, i))
        self.variables.pop()
        self.protected -= {x, i}
        self.weight, self.risk = saved, risk
        self.cost += 20 * trips

    # ---- unions ----

    def union_walk(self):
        """A walk over values of several types that asks for the type of each."""
        x, t = self.fresh(), self.fresh("t")
        items = ", ".join(self.leaf(type_) for type_ in self.rng.sample(["int", "float", "str", "none", "bool", "ints", "point", "any"],
                                                                        self.rng.randrange(2, 5)))
        self.emit("%s = 0" % x)
        self.emit("for %s in %s:" % (t, self.pick(["(%s,)", "[%s]"]) % items))
        tests = self.rng.sample([("isinstance({t}, bool)", "{x} += 1"), ("isinstance({t}, int)", "{x} += {t} % 97"),
                                 ("isinstance({t}, (float, str))", "{x} += 7 + (not {t})"), ("{t} is None", "{x} -= 3"),
                                 ("isinstance({t}, str)", "{x} += len({t})"), ("isinstance({t}, float)", "{x} += {t} > 1"),
                                 ("type({t}) is int", "{x} ^= {t} % 64"), ("isinstance({t}, (list, tuple))", "{x} += len({t}) * 10")],
                                self.rng.randrange(1, 5))
        for number, (test, action) in enumerate(tests):
            self.emit("    %s %s:" % ("elif" if number else "if", test.format(t=t, x=x)))
            self.emit("        " + action.format(t=t, x=x))
        if self.chance(0.3):
            self.emit("    else:")
            self.emit("        " + self.pick(["continue", "{x} += 5", "break"]).format(x=x))
        self.bind((x, "int"))

    def late_type(self):
        """A variable that begins as None and becomes a number, in a loop."""
        x, i = self.fresh("u"), self.fresh("i")
        self.emit("%s = %s" % (x, self.pick(["None", "None", "''", "0"])))
        self.emit("for %s in range(%d):" % (i, self.pick([3, 8, 40])))
        self.emit("    " + self.pick(["if {x} is None or {i} > {x}:", "if not {x}:",
                                      "if {i} % 3 == 1 and not isinstance({x}, float):"]).format(x=x, i=i))
        self.emit("        %s = %s" % (x, self.pick([i, "%s * 0.5" % i, "str(%s)" % i if self.chance(self.risk) else "-%s" % i])))
        self.bind((x, "any"))

    # ---- texts to numbers ----

    def parse(self):
        x = self.fresh()
        ints = self.chance(0.5)
        text = "int(%s)" % self.pick(PARSED_INTS) if ints else "float(%s)" % self.pick(PARSED_FLOATS)
        self.emit("try:")
        self.emit("    %s = str(%s)" % (x, text))
        self.emit("except %s as e:" % self.pick(["ValueError", "ValueError", "(TypeError, ValueError)", "Exception"]))
        self.emit("    %s = str(e)" % x)
        self.bind((x, "str"))
