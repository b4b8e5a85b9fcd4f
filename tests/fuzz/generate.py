#!/usr/bin/python3
"""Random programs of the language: generate(seed) -> source, the same for the same seed.

Programs end, are deterministic, take a few milliseconds in CPython, and mostly return a value; when they raise, it is
something worth comparing. `generate.py SEED` prints one.
"""
import sys

from constructs import Constructs
from expressions import ELEMENT, MODULI, RESULT_TYPES, Expressions
from objects import Objects

HANDLERS = ["ZeroDivisionError", "(ZeroDivisionError, IndexError)", "ValueError", "(TypeError, ValueError)", "Exception",
            "ArithmeticError", "LookupError", "Failure", "(Failure, ArithmeticError, TypeError)", "Exception", "Exception"]
PARAMETER_TYPES = ["int", "int", "float", "str", "ints", "any", "bool", "floats", "point", "strs"]
LOOP_STATEMENT_MAX = 3


class Function:
    """A function that expressions may call."""

    def __init__(self, name, types, result, cost, keywords=(), star=False, fuel=0):
        self.name, self.types, self.result, self.cost = name, types, result, cost
        self.keywords = keywords  # (name, type) of parameters that may be left out or passed by name
        self.star = star          # takes more ints
        self.fuel = fuel          # the first argument is a number up to this that bounds the recursion

    def call(self, writer, depth):
        arguments = ["%d" % writer.rng.randrange(self.fuel + 1)] if self.fuel else []
        arguments += [writer.expr(type_, depth - 2) for type_ in self.types]
        if self.star and writer.chance(0.5):
            arguments += [writer.pick(["*%s", "*%s[:2]"]) % writer.leaf("ints")] if writer.chance(0.5) else \
                [writer.leaf("int") for _ in range(2)]
        for name, type_ in self.keywords:
            if writer.chance(0.5):
                arguments.append("%s=%s" % (name, writer.expr(type_, depth - 2)))
        return "%s(%s)" % (self.name, ", ".join(arguments))


class Program(Expressions, Objects, Constructs):
    def __init__(self, seed):
        super().__init__(seed)
        self.lines = []
        self.indent = 0
        self.loop_depth = 0
        self.breakable = False
        self.result = None      # return type of the function that is being written
        self.called_as = []     # (name, forms of calls, wrong ones, result, cost) of functions with every kind of parameter
        self.factories = []     # functions that return closures
        self.recursions = []    # (name, result, cost): recursions of several functions
        self.odd = []           # functions that leave handlers in odd ways
        self.growers = []       # functions that change the list that they are given
        self.protected = set()  # names that statements must not assign
        # How much of everything: compiling is most of what a program costs, so most programs are small.
        self.size = self.pick([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2])

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    # ---- the whole ----

    def write(self):
        self.emit("import math")
        self.emit("")
        self.emit("class Failure(Exception):")
        self.emit("    pass")
        for type_ in [self.pick(RESULT_TYPES) for _ in range(self.rng.randrange(0, 3))]:
            name = self.fresh("K")
            self.emit("%s = %s" % (name, self.literal(type_)))
            self.variables.append((name, type_))
            self.protected.add(name)
        for _ in range(self.pick([[0, 0, 0, 0, 1, 1], [0, 0, 1, 1, 2], [0, 1, 2, 3]][self.size])):
            self.write_class()
        for _ in range(self.pick([[0, 1, 1, 1], [1, 1, 2], [1, 2, 3]][self.size])):
            self.write_function()
        if self.chance([0.2, 0.3, 0.5][self.size]):
            self.write_recursion()
        if self.chance([0.1, 0.15, 0.3][self.size]):
            self.write_halving()
        for write, probability in [(self.every_kind_of_parameter, 0.08), (self.write_closure_factory, 0.12),
                                   (self.write_mutual_recursion, 0.08), (self.write_odd_exits, 0.15),
                                   (self.write_list_function, 0.1)]:
            if self.chance(probability * (1, 1.5, 3)[self.size]):
                write()
        self.write_main()
        return "\n".join(self.lines) + "\n"

    def begin_function(self, header, parameters, result):
        self.emit("")
        self.emit("def %s:" % header)
        self.indent += 1
        state = self.variables, self.owned, self.cost, self.result, self.weight, self.loop_depth
        globals_ = [(n, t) for n, t in self.variables if n.startswith("K")]
        self.variables, self.owned = globals_ + list(parameters), []
        self.cost, self.result, self.weight, self.loop_depth = 1, result, 1, 0
        return state

    def end_function(self, state):
        cost = self.cost
        self.variables, self.owned, self.cost, self.result, self.weight, self.loop_depth = state
        self.indent -= 1
        return cost

    def write_function(self):
        name, result = self.fresh("f"), self.pick(RESULT_TYPES)
        parameters = [(self.fresh("p"), self.pick(PARAMETER_TYPES)) for _ in range(self.rng.randrange(0, 4))]
        keywords = [(self.fresh("k"), self.pick(["int", "float", "str"])) for _ in range(self.pick([0, 0, 1, 2]))]
        star = self.chance(0.2)
        texts = [p for p, _ in parameters]
        if star:
            texts.append("*rest")
        elif keywords and self.chance(0.4):
            texts.append("*")
        texts += ["%s=%s" % (k, self.literal(t)) for k, t in keywords]
        state = self.begin_function("%s(%s)" % (name, ", ".join(texts)), parameters + keywords, result)
        if star:
            self.emit("rest = list(rest)")
            self.variables.append(("rest", "ints"))
        self.write_inputs()
        self.block(self.rng.randrange(1, 3 + self.size))
        self.write_return(result)
        cost = self.end_function(state)
        self.functions.append(Function(name, [t for _, t in parameters], result, cost, keywords, star))

    def write_recursion(self):
        """Recursion with fuel: linear or binary, combining ints, floats, text or lists."""
        name, result = self.fresh("r"), self.pick(["int", "int", "float", "str", "ints"])
        other = self.pick(["int", "float", "str", "any"])
        state = self.begin_function("%s(n, p)" % name, [("n", "int"), ("p", other)], result)
        self.protected.add("n")
        self.emit("if n <= 0:")
        self.emit("    return %s" % self.expr(result, 2))
        if self.chance(0.3):
            self.emit("if n == %d and %s:" % (self.rng.randrange(1, 5), self.expr("bool", 2)))
            self.emit("    raise Failure(n, %s)" % self.leaf(other))
        if self.chance(0.3):
            self.block(1)
        again = lambda k: "%s(n - %d, %s)" % (name, k, self.expr(other, 1))
        binary = self.chance(0.4)
        second = again(2) if binary else self.expr(result, 2)
        combine = {"int": "(%s %s %s) %% " + self.pick(MODULI), "float": "(%s %s %s) * 0.5", "str": "(%s %s %s)[:30]",
                   "ints": "(%s %s %s)[:20]"}[result]
        operator = self.pick(["+", "-", "*", "^"]) if result == "int" else self.pick("+-") if result == "float" else "+"
        self.emit("return " + combine % (again(1), operator, second))
        cost = self.end_function(state)
        self.protected.discard("n")
        fuel = 6 if binary else 9
        self.functions.append(Function(name, [other], result, (13 if binary else 10) * cost + 1, fuel=fuel))

    def write_halving(self):
        """f(lo, mid) + f(mid, hi), which the engine may run in parallel."""
        name = self.fresh("h")
        state = self.begin_function("%s(lo, hi)" % name, [("lo", "int")], "int")
        self.protected |= {"lo", "hi"}
        self.emit("if hi - lo <= %d:" % self.pick([1, 1, 3]))
        if self.chance(0.2):
            self.emit("    if lo in (%d, %d):" % (self.rng.randrange(60), self.rng.randrange(60)))
            self.emit("        raise Failure(lo)")
        self.emit("    return %s" % self.expr("int", 2))
        self.emit("mid = (lo + hi) // 2")
        self.emit("return %s(lo, mid) %s %s(mid, hi)" % (name, self.pick(["+", "+", "-", "^"]), name))
        cost = self.end_function(state)
        self.protected -= {"lo", "hi"}
        size = self.pick([5, 17, 40])
        self.halving = "%s(0, %d)" % (name, size), cost * size * 2

    def write_main(self):
        self.begin_function("main()", [], "triple")
        self.emit("out = []")
        self.write_inputs()
        self.block(self.rng.randrange(1, 3 + self.size))
        parts = [(f.call(self, 3), f.cost) for f in self.functions] + ([self.halving] if hasattr(self, "halving") else [])
        for call, _ in parts:
            if self.chance(0.65):
                self.emit("try:")
                self.emit("    out.append(%s)" % call)
                self.emit("except Exception as e:")
                self.emit("    out.append(str(e))")
            else:
                self.emit("out.append(%s)" % call)
        for calls, call in [(self.called_as, self.call_in_every_way), (self.recursions, self.call_mutual_recursion),
                            (self.odd, self.call_odd_exits), (self.factories, self.closure), (self.growers, self.hand_over)]:
            if calls:
                call()
        self.block(self.rng.randrange(0, 2 + self.size))
        values = [n for n, t in self.variables + self.owned if t != "fn" and not t.startswith("inst:") and n[0] != "K"]
        self.emit("return out, %s" % "".join(n + ", " for n in values[:14]))

    def write_inputs(self):
        """A few variables to begin with, so that not everything is made of constants."""
        for type_ in ["int"] + [self.pick(["int", "float", "str", "ints", "any"]) for _ in range(self.pick([0, 1, 1, 2, 3]))]:
            name = self.fresh()
            self.emit("%s = %s" % (name, self.literal(type_)))
            self.variables.append((name, type_))

    # ---- statements ----

    def block(self, count):
        """`count` statements. Names that they bring are in scope behind them."""
        for _ in range(count):
            self.statement()

    def inner_block(self, count):
        """A block that may not run: its new names are out of scope behind it, or nearly always so."""
        self.indent += 1
        variables, owned = len(self.variables), len(self.owned)
        outer = self.variables
        self.variables, self.owned = list(self.variables), list(self.owned)
        self.block(count)
        added = self.variables[variables:]
        self.variables = outer
        self.owned = self.owned[:owned]
        self.indent -= 1
        if added and self.chance(self.risk * 0.5):
            self.variables.append(self.pick(added))

    def statement(self):
        self.cost += 4 * self.weight
        nesting = self.indent
        choices = [(10, self.assign), (4, self.augment), (3, self.unpack), (3, self.owned_list), (5, self.change_list),
                   (2, self.reassign_any), (1, self.function_value), (2, self.make_instance), (1.0, self.check)]
        if nesting < 4:
            choices += [(5, self.branch), (4, self.loop), (2, self.counted_while), (4, self.attempt)]
        if self.loop_depth == 0 and self.weight == 1:
            choices += [(2, self.hot_loop), (2.5, self.parallel), (1.2, self.iterator), (1.5, self.nested_function)]
        if self.breakable:
            choices += [(2, self.leave_loop)]
        if self.result and nesting > 1 and self.result != "triple":
            choices += [(0.6, self.return_early)]
        choices += [(0.6, self.star_unpacking), (0.7, self.walrus), (0.5, self.augmented_items), (0.8, self.grid), (0.5, self.raise_from),
                    (0.4, self.parse), (0.4, self.late_type), (1 if self.called_as else 0, self.call_in_every_way),
                    (1 if self.recursions else 0, self.call_mutual_recursion), (1.2 if self.odd else 0, self.call_odd_exits)]
        if self.loop_depth == 0 and self.weight == 1:
            choices += [(0.7, self.hot_handler), (0.6, self.rows), (0.7, self.accumulate), (1.5 if self.growers else 0, self.hand_over)]
        if self.weight < 60:
            choices += [(0.5, self.union_walk), (1.2 if self.factories else 0.3, self.closure)]
        if self.classes:
            choices += [(0.8, self.change_instance), (0.8, self.polymorphic), (0.4, self.sorted_instances)]
        self.rng.choices([c for _, c in choices], [w for w, _ in choices])[0]()

    def bounded(self, type_, depth=3):
        """An expression whose value may be fed back into a loop."""
        self.grew = False
        text = self.expr(type_, depth)
        if type_ == "int" and self.grew and (self.loop_depth or self.chance(0.3)):
            return "%s %% %s" % (text, self.pick(MODULI))
        if type_ == "any" and self.grew and self.loop_depth:
            return self.literal("any")
        if type_ in ("ints", "nested", "pairs") and self.grew and self.loop_depth:
            return self.literal(type_)
        return text

    def assign(self):
        type_ = self.pick(RESULT_TYPES)
        names = [n for n in self.of_type(type_) if n not in self.protected and "." not in n]
        if names and self.chance(0.85 if self.indent > 1 else 0.4):
            # In branches and loops mostly names that outlive them, so that it matters what happened there.
            self.emit("%s = %s" % (self.pick(names), self.bounded(type_)))
            return
        text = self.bounded(type_)
        name = self.fresh()
        if self.chance(0.06):
            other = self.fresh()
            self.emit("%s = %s = %s" % (name, other, text))
            self.variables.append((other, type_))
        else:
            self.emit("%s = %s" % (name, text))
        self.variables.append((name, type_))

    def augment(self):
        type_ = self.pick(["int", "int", "float", "str"])
        names = [n for n in self.of_type(type_) if n not in self.protected and "." not in n]
        if not names:
            return self.assign()
        name = self.pick(names)
        if type_ == "int":
            operator = self.pick(["+", "-", "+", "^", "&", "|", "//", "%", ">>", "*", "<<"])
            if operator in ("//", "%"):
                self.emit("%s %s= %s" % (name, operator, self.divisor(2)))
            elif operator in ("*", "<<", ">>"):
                self.emit("%s %s= %s" % (name, operator, self.pick("123")))
            else:
                self.emit("%s %s= %s" % (name, operator, self.bounded("int", 2)))
        elif type_ == "float":
            self.emit("%s %s= %s" % (name, self.pick(["+", "-", "*"]), self.expr("float", 2)))
        else:
            self.emit("%s += %s" % (name, self.expr("str", 2)))
            self.emit("%s = %s[-30:]" % (name, name))

    def unpack(self):
        kind = self.rng.randrange(5)
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        if kind == 0:
            self.emit("%s, %s = %s, %s" % (a, b, self.bounded("int"), self.expr("str")))
            self.variables += [(a, "int"), (b, "str")]
        elif kind == 1:
            source = self.bounded("ints") if self.chance(self.risk * 2) else "[%s] + %s" % (self.leaf("int"), self.bounded("ints"))
            self.emit("%s, *%s = %s" % (a, b, source))
            self.variables += [(a, "int"), (b, "ints")]
        elif kind == 2:
            self.emit("%s, (%s, %s) = %s, %s" % (a, b, c, self.expr("bool"), self.expr("point")))
            self.variables += [(a, "bool"), (b, "int"), (c, "float")]
        elif kind == 3:
            names = [n for n in self.of_type("int") if n not in self.protected and "." not in n]
            if len(names) < 2:
                return self.assign()
            first, second = self.rng.sample(names, 2)
            self.emit("%s, %s = %s, %s" % (first, second, second, first))
        else:
            self.emit("%s, %s = divmod(%s, %s)" % (a, b, self.bounded("int"), self.divisor(2)))
            self.variables += [(a, "int"), (b, "int")]

    def reassign_any(self):
        """Variables that are None, int, float or str: in a branch, or around a loop."""
        names = [n for n in self.of_type("any") if n not in self.protected and "." not in n]
        if not names:
            name = self.fresh("u")
            self.emit("%s = %s" % (name, self.literal("any")))
            self.variables.append((name, "any"))
            return
        self.emit("if %s:" % self.expr("bool", 2))
        self.emit("    %s = %s" % (self.pick(names), self.bounded("any", 2)))

    def owned_list(self):
        """A list that later statements change in place."""
        if self.loop_depth and len(self.owned) > 2:
            return self.change_list()
        type_ = self.pick(["ints", "ints", "floats", "strs"])
        name = self.fresh("m")
        element = ELEMENT[type_]
        fresh = self.pick(["[]", "[%s] * %d" % (self.literal(element), self.rng.randrange(1, 8)),
                           "[%s for _ in range(%d)]" % (self.literal(element), self.rng.randrange(1, 6)),
                           "[%s]" % ", ".join(self.expr(element, 1) for _ in range(3))])
        self.emit("%s = %s" % (name, fresh))
        self.owned.append((name, type_))

    def change_list(self):
        if not self.owned:
            return self.owned_list()
        name, type_ = self.pick(self.owned)
        element = ELEMENT[type_]
        kind = self.rng.randrange(9)
        if kind == 8:
            x = self.fresh()
            at = self.pick(["", "", "0", "-1", self.expr("int", 1) if self.chance(self.risk) else "0"])
            self.emit("%s = %s.pop(%s) if %s else %s" % (x, name, at, name, self.leaf(element)))
            self.variables.append((x, element))
        elif kind > 5:
            self.emit(self.pick([
                "%s.insert(%s, %s)" % (name, self.leaf("int"), self.leaf(element)),
                "%s.extend([%s])" % (name, self.leaf(element)),
                "%s.reverse()" % name,
                "%s.sort(reverse=%s)" % (name, self.leaf("bool")) if type_ != "floats" else "%s.clear()" % name,
                "%s[%s:%s] = [%s]" % (name, self.pick(["", "1", "-1"]), self.pick(["", "2", "-1"]), self.leaf(element)),
                "del %s[%s]" % (name, self.pick(["1:", ":1", "::2", "-1" if self.chance(self.risk) else "3:"]))]))
        elif kind < 2:
            self.emit("%s.append(%s)" % (name, self.bounded(element, 2)))
        elif kind == 2 and self.chance(self.risk * 3):
            self.emit("%s[%s] = %s" % (name, self.expr("int", 2), self.expr(element, 2)))
        elif kind < 4:
            self.emit("if %s:" % name)
            self.emit("    %s[%s %% len(%s)] %s %s" % (
                name, self.expr("int", 1), name, self.pick(["=", "=", "+="]) if type_ != "strs" else "=", self.bounded(element, 2)))
        elif kind == 4:
            self.emit("%s += %s" % (name, self.pick(["[%s]" % self.leaf(element), "(%s,)" % self.leaf(element)])))
        else:
            self.emit("%s = %s[-20:]" % (name, name))

    def function_value(self):
        text = self.expr_fn(2)
        name = self.fresh("g")
        self.emit("%s = %s" % (name, text))
        self.variables.append((name, "fn"))

    def check(self):
        """raise and assert, seldom where nothing catches them."""
        if not self.chance(self.risk * 4):
            return self.assign()
        kind = self.rng.randrange(4)
        if kind == 0:
            self.emit("assert %s, %s" % (self.expr("bool", 2), self.expr("str", 2)))
        elif kind == 1:
            self.emit("%s = %s" % (self.fresh("bad"), self.wrong(2)))
        else:
            self.emit("if %s:" % self.expr("bool", 2))
            self.emit("    raise %s(%s)" % (self.pick(["Failure", "ValueError", "KeyError", "IndexError"]),
                                            self.expr(self.pick(["str", "int", "point"]), 2)))

    # ---- compound statements ----

    def branch(self):
        self.emit("if %s:" % self.expr("bool"))
        self.inner_block(self.rng.randrange(1, 3))
        for _ in range(self.pick([0, 0, 0, 1, 2])):
            self.emit("elif %s:" % self.expr("bool", 2))
            self.inner_block(1)
        if self.chance(0.5):
            self.emit("else:")
            self.inner_block(self.rng.randrange(1, 3))

    def loop_body(self, trips, targets, first=None):
        saved = self.weight, self.breakable, len(self.variables)
        self.weight *= trips
        self.loop_depth += 1
        self.breakable = True
        self.variables = self.variables + targets
        self.protected |= {name for name, _ in targets}
        if first:
            self.emit("    " + first)
        self.inner_block(self.rng.randrange(1, LOOP_STATEMENT_MAX + 1))
        self.weight, self.breakable, count = saved
        self.loop_depth -= 1
        self.variables = self.variables[:count]
        self.protected -= {name for name, _ in targets}
        if self.chance(0.15):
            self.emit("else:")
            self.inner_block(1)

    def loop(self):
        if self.weight > 60:
            return self.assign()
        source, element, length = self.source(2)
        x = self.fresh("i")
        if element == "pair":
            y = self.fresh("i")
            self.emit("for %s, %s in %s:" % (x, y, source))
            self.loop_body(length, [(x, "int"), (y, "str")])
        else:
            self.emit("for %s in %s:" % (x, source))
            self.loop_body(length, [(x, element)])

    def counted_while(self):
        if self.weight > 60:
            return self.assign()
        name, trips = self.fresh("w"), self.pick([2, 5, 9])
        self.emit("%s = %d" % (name, trips))
        self.emit("while %s > 0%s:" % (name, " and %s" % self.expr("bool", 2) if self.chance(0.4) else ""))
        self.loop_body(trips, [(name, "int")], "%s -= 1" % name)

    def leave_loop(self):
        self.emit("if %s:" % self.expr("bool", 2))
        self.emit("    " + self.pick(["break", "continue", "continue"]))

    def return_early(self):
        self.emit("if %s:" % self.expr("bool", 2))
        self.indent += 1
        self.write_return(self.result)
        self.indent -= 1

    def write_return(self, type_):
        names = [n for n, t in self.owned if t == type_]
        if names and self.chance(0.6):
            self.emit("return %s" % self.pick(names))
        else:
            self.emit("return %s" % self.expr(type_))

    def attempt(self):
        saved, self.risk = self.risk, 0.35
        self.emit("try:")
        self.inner_block(self.rng.randrange(1, 4))
        self.risk = saved
        finally_only = self.chance(0.1)
        for _ in range(0 if finally_only else self.pick([1, 1, 1, 2])):
            handler = self.pick(HANDLERS)
            if self.chance(0.6):
                e = self.fresh("e")
                self.emit("except %s as %s:" % (handler, e))
                text = self.fresh("t")
                self.emit("    %s = str(%s)" % (text, e))
                self.variables.append((text, "str"))
                self.inner_block(1)
                self.variables.remove((text, "str"))
                if self.chance(0.08):
                    self.emit("    " + self.pick(["raise", "raise %s" % e, "raise Failure('again') from %s" % e]))
            else:
                self.emit("except %s:" % handler)
                self.inner_block(1)
            if handler == "Exception":
                break
        else:
            if not finally_only and self.chance(0.4):
                self.emit("except Exception:")
                self.inner_block(1)
        if not finally_only and self.chance(0.25):
            self.emit("else:")
            self.inner_block(1)
        if finally_only or self.chance(0.2):
            self.emit("finally:")
            breakable, self.breakable = self.breakable, False
            self.inner_block(1)
            self.breakable = breakable

    # ---- set pieces ----

    def hot_loop(self):
        """A loop long enough to be compiled while it runs: overflow, a change of type or an error on the way."""
        x, i = self.fresh("x"), self.fresh("i")
        trips = self.pick([150, 400, 1200])
        when = self.rng.randrange(trips)
        self.emit("%s = %s" % (x, self.literal(self.pick(["int", "int", "float"]))))
        self.emit("for %s in range(%d):" % (i, trips))
        self.emit("    " + self.pick([
            "{x} = {x} + {i} * {k}", "{x} = {x} * 3 % {m} + {i}", "{x} += {i} if {i} % 3 else -{i} * {k}",
            "{x} = {x} - {i} * {i} // {d}", "{x} = ({x} + {i}) * 1.0001", "{x} = {x} + {i} / {d}",
            "{x} = {x} * 5 if {x} < 2**70 else {x} // {m}"]).format(
                x=x, i=i, k=self.literal("int"), m=self.pick(MODULI), d=self.pick(["3", "7", "(-11)"])))
        if self.chance(0.5):
            self.emit("    if %s == %d:" % (i, when))
            self.emit("        " + self.pick(["{x} = {x} / 2", "{x} = {x} + 2**63", "{x} = {x} * 0.5", "{x} = -{x}", "break"]).format(x=x))
        self.emit("%s = str(%s)" % (x, x))
        self.variables.append((x, "str"))
        self.cost += 3 * trips

    def parallel(self):
        """A reduction over a range that is worth splitting."""
        x, i = self.fresh(), self.fresh("i")
        count = self.pick([40, 150, 300])
        saved, self.variables, self.weight = self.variables, self.variables + [(i, "int")], count
        type_ = self.pick(["int", "int", "float", "bool"])
        body = self.expr(type_, 2)
        self.variables, self.weight = saved, 1
        self.cost += 4 * count
        if self.chance(0.2):
            self.risk, risk = 0.35, self.risk
            body = "(%s if %s %% 100 != %d else %s)" % (body, i, self.rng.randrange(100), self.expr(type_, 2))
            self.risk = risk
        source = "%s for %s in range(%d)" % (body, i, count)
        if type_ == "bool":
            self.emit("%s = %s(%s)" % (x, self.pick(["any", "all", "sum"]), source))
            self.variables.append((x, "bool"))
        elif self.chance(0.6):
            self.emit("%s = %s(%s)" % (x, self.pick(["sum", "sum", "min", "max"]), source))
            self.variables.append((x, type_))
        else:
            self.emit("%s = [%s][%d:%d]" % (x, source, count // 3, count // 3 + 8))
            self.variables.append((x, type_ + "s"))

    def iterator(self):
        """A lazy iterator that is consumed in two steps."""
        g, a, b = self.fresh("it"), self.fresh(), self.fresh()
        self.emit("%s = %s" % (g, self.pick(["(%s)" % self.generator("int", 3),
                                             "map(lambda t: t * 2 %% 1009, %s)" % self.expr("ints", 2),
                                             "filter(lambda t: t %% 2, %s)" % self.expr("ints", 2),
                                             "reversed(%s)" % self.expr("ints", 2)])))
        self.emit("%s = 0" % a)
        self.emit("for t in %s:" % g)
        self.emit("    %s += t" % a)
        self.emit("    if %s %% 5 == %d:" % (a, self.rng.randrange(5)))
        self.emit("        break")
        self.emit("%s = list(%s)" % (b, g))
        self.variables += [(a, "int"), (b, "ints")]

    def nested_function(self):
        """A closure; what it captures may be assigned again later."""
        name, p = self.fresh("g"), self.fresh("p")
        self.emit("def %s(%s%s):" % (name, p, self.pick(["", "", ", q=%s" % self.literal("int")])))
        saved = self.variables, self.captured, self.weight, self.result
        self.variables = [(n, t) for n, t in self.variables if t != "fn"] + [(p, "int")]
        self.captured, self.weight, self.result = True, 30, None
        if self.chance(0.4):
            self.emit("    if %s:" % self.expr("bool", 2))
            self.emit("        return %s %% 1009" % self.expr("int", 2))
        self.emit("    return %s %% 1000003" % self.expr("int", 2))
        self.variables, self.captured, self.weight, self.result = saved
        self.variables.append((name, "fn"))


def generate(seed):
    return "# seed %d\n" % seed + Program(seed).write()


if __name__ == "__main__":
    sys.stdout.write(generate(int(sys.argv[1])))
