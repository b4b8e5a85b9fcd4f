"""Random classes: fields, inheritance, properties, static and class methods, operators."""

# (method, how it is used: %s for the instance and then for each argument, types of the arguments, result)
OPERATORS = [
    ("__call__", "%s(%s)", ["int"], "int"), ("__getitem__", "%s[%s]", ["int"], "int"),
    ("__add__", "(%s + %s)", ["int"], "int"), ("__radd__", "(lambda s: 5 + s)(%s)", [], "int"),
    ("__sub__", "(%s - %s)", ["int"], "int"), ("__rsub__", "(lambda s: 7 - s)(%s)", [], "int"),
    ("__mul__", "(%s * %s)", ["float"], "float"), ("__truediv__", "(%s / %s)", ["float"], "float"),
    ("__floordiv__", "(%s // %s)", ["int"], "int"), ("__mod__", "(%s %% %s)", ["int"], "int"),
    ("__pow__", "(%s ** %s)", ["int"], "int"), ("__and__", "(%s & %s)", ["int"], "int"),
    ("__lshift__", "(%s << %s)", ["int"], "int"), ("__contains__", "(lambda s, t: t in s)(%s, %s)", ["int"], "bool"),
    ("__neg__", "(-%s)", [], "int"), ("__abs__", "abs(%s)", [], "float"), ("__invert__", "(~%s)", [], "int"),
    ("__bool__", "bool(%s)", [], "bool"), ("__bool__", "(not %s)", [], "bool"), ("__str__", "str(%s)[:30]", [], "str"),
    ("__eq__", "(%s == %s)", ["int"], "bool"), ("__eq__", "(%s != %s)", ["int"], "bool"),
    ("__lt__", "(%s < %s)", ["int"], "bool"), ("__lt__", "(lambda s, t: t > s)(%s, %s)", ["int"], "bool"),
    ("__ge__", "(%s >= %s)", ["int"], "bool"), ("__float__", "float(%s)", [], "float"), ("__int__", "int(%s)", [], "int"),
]
FIELD_TYPES = ["int", "int", "float", "str", "any", "bool", "ints", "point"]


class Member:
    """A way to get a value out of an instance: `template` has %s for the instance and then for each argument."""

    def __init__(self, template, types, result, inherited=True):
        self.template, self.types, self.result, self.inherited = template, types, result, inherited

    def use(self, writer, name, depth):
        return self.template % (name, *(writer.expr(type_, depth - 2) for type_ in self.types))


class Class:
    def __init__(self, name, arguments):
        self.name, self.arguments, self.members = name, arguments, []
        self.methods = {}  # by name: its result, of those that take one int
        self.settable = []  # names of properties that can be set to an int


class Objects:
    """Writes classes; a part of Program."""

    def write_class(self):
        name = self.fresh("C")
        base = self.pick(self.classes) if self.classes and self.chance(0.6) else None
        types = [self.pick(FIELD_TYPES) for _ in range(self.rng.randrange(1, 4))]
        class_ = Class(name, (base.arguments if base else []) + types)
        fields = ["%s%d" % (name.lower(), i) for i in range(len(types))]
        if base:
            class_.members = [member for member in base.members if member.inherited]
            class_.methods = dict(base.methods)
        self.emit("")
        self.emit("class %s%s:" % (name, "(%s)" % base.name if base else ""))
        self.indent += 1
        own = [("self." + f, t) for f, t in zip(fields, types)]
        if self.chance(0.4):
            self.emit("shared = %s" % self.literal("int"))
            if self.chance(0.3):
                self.emit("twice_shared = shared * 2 + 1")
                class_.members.append(Member("%s.twice_shared", [], "int"))
            class_.members += [Member("%s.shared", [], "int"), Member("(lambda s: %s.shared)(%%s)" % name, [], "int", False)]
        self.write_init(base, fields, types)
        class_.members += [Member("%%s.%s" % field, [], type_) for field, type_ in zip(fields, types)]
        self.write_methods(class_, base, own)
        self.indent -= 1
        self.classes.append(class_)

    def write_init(self, base, fields, types):
        inherited = ["b%d" % i for i in range(len(base.arguments))] if base else []
        default = "=%s" % self.literal(types[-1]) if self.chance(0.2) and types[-1] not in ("ints",) else ""
        self.emit("def __init__(self, %s%s):" % (", ".join(inherited + fields), default))
        if base:
            self.emit("    " + self.pick(["super().__init__(%s)", "super().__init__(%s)", base.name + ".__init__(self, %s)"]) % (
                ", ".join(inherited)))
        for field, type_ in zip(fields, types):
            value = "%s %% 1009" % field if type_ == "int" and self.chance(0.1) else field
            self.emit("    self.%s = %s" % (field, value))

    def write_methods(self, class_, base, own):
        method = self.pick(["m1", "m2", "m%d" % self.name_count])
        result = class_.methods.get(method) or self.pick(["int", "float", "str", "bool"])
        first = "s = super().%s(p)" % method if base and method in base.methods else None
        self.write_method("def %s(self, p):" % method, own + [("p", "int")] + ([("s", result)] if first else []), result, first)
        class_.methods[method] = result
        class_.members.append(Member("%%s.%s(%%s)" % method, ["int"], result))
        if self.chance(0.3):
            self.emit("@property")
            self.write_method("def size(self):", own, "int")
            class_.members.append(Member("%s.size", [], "int"))
            self.write_setter(class_, own)
        taken = set()
        for operator, template, types, result in self.rng.sample(OPERATORS, self.pick([0, 1, 1, 2, 3])):
            if operator in taken or any(operator == m for m in class_.methods):
                continue
            taken.add(operator)
            parameters = [("p", type_) for type_ in types] or ([("p", "int")] if operator[:3] == "__r" else [])
            self.write_method("def %s(self%s):" % (operator, ", p" if parameters else ""), own + parameters, result)
            for other, template, types, result in OPERATORS:
                if other == operator:
                    class_.members.append(Member(template, types, result))
        if self.chance(0.2):
            self.emit("def __len__(self):")
            self.emit("    return %d" % self.rng.randrange(3))
            class_.members += [Member("len(%s)", [], "int"), Member("bool(%s)", [], "bool")]
        if self.chance(0.2):
            self.emit("@staticmethod")
            self.write_method("def twice(p, q=%s):" % self.literal("int"), [("p", "int"), ("q", "int")], "int")
            class_.members += [Member("%s.twice(%s)", ["int"], "int"), Member("%s.twice(q=%s, p=%s)", ["int", "int"], "int")]
        if self.chance(0.2):
            self.emit("@classmethod")
            self.emit("def make(cls, p):")
            self.emit("    return cls(%s)" % ", ".join("p" if t == "int" else self.literal(t) for t in class_.arguments))
            field = own[0][0][5:]
            class_.members.append(Member("%%s.make(%%s).%s" % field, ["int"], own[0][1], False))

    def write_setter(self, class_, own):
        numbers = [name for name, type_ in own if type_ == "int"]
        if not numbers or not self.chance(0.5):
            return
        self.emit("@size.setter")
        self.emit("def size(self, p):")
        if self.chance(0.3):
            self.emit("    if p < 0:")
            self.emit("        raise ValueError(p)")
        self.emit("    %s = p * 2 %% 1009" % numbers[0])
        class_.settable.append("size")

    def write_method(self, header, parameters, result, first=None):
        self.emit(header)
        self.indent += 1
        if first:
            self.emit(first)
        saved, self.variables, self.weight = self.variables, list(parameters), 20
        if self.chance(0.15):
            self.emit("if %s:" % self.expr("bool", 2))
            self.emit("    raise Failure(%s)" % self.expr("str", 1))
        self.emit("return %s%s" % (self.expr(result, 2), " % 1000003" if result == "int" else ""))
        self.variables, self.weight = saved, 1
        self.indent -= 1

    # ---- statements ----

    def make_instance(self):
        if not self.classes:
            return self.assign()
        class_ = self.pick(self.classes)
        text = self.instance(class_.name, 3)
        name = self.fresh("o")
        self.emit("%s = %s" % (name, text))
        self.variables.append((name, "inst:" + class_.name))

    def change_instance(self):
        """A property or a field that is set, of an instance that nothing else refers to."""
        class_ = self.pick(self.classes) if self.classes else None
        fields = [m for m in class_.members if m.template[:3] == "%s." and not m.types and m.inherited] if class_ else []
        if not fields:
            return self.assign()
        name, value = self.fresh("q"), self.fresh()
        arguments = ", ".join(self.expr(type_, 2) for type_ in class_.arguments)
        self.emit("%s = %s(%s)" % (name, class_.name, arguments))
        for property_ in class_.settable:
            self.emit("%s.%s %s %s" % (name, property_, self.pick(["=", "=", "+="]), self.expr("int", 2)))
        field = self.pick(fields)
        self.emit("%s = %s" % (value, field.template % name))
        self.variables.append((value, field.result))

    def polymorphic(self):
        """Instances of several classes in one place: a method called on each."""
        common = [c for c in self.classes if "m1" in c.methods and c.methods["m1"] == "int"]
        if not common or self.weight > 60:
            return self.make_instance()
        x, o = self.fresh(), self.fresh("o")
        some = [self.pick(common) for _ in range(self.rng.randrange(2, 4))]
        instances = ["%s(%s)" % (c.name, ", ".join(self.expr(t, 1) for t in c.arguments)) for c in some]
        self.emit("%s = %s(%s.m1(%s) for %s in %s)" % (
            x, self.pick(["sum", "max"]), o, self.leaf("int"), o, self.pick(["(%s)", "[%s]"]) % ", ".join(instances)))
        self.variables.append((x, "int"))

    def sorted_instances(self):
        """Instances ordered by a key, or by their own __lt__."""
        if not self.classes or self.weight > 60:
            return self.make_instance()
        class_ = self.pick(self.classes)
        keys = [m for m in class_.members if m.result == "int" and not m.types and m.template[:3] == "%s."]
        if not keys:
            return self.make_instance()
        x, o, key = self.fresh(), self.fresh("o"), self.pick(keys).template
        instances = ", ".join("%s(%s)" % (class_.name, ", ".join(self.expr(t, 1) for t in class_.arguments)) for _ in range(3))
        self.emit("%s = [%s for %s in sorted([%s], key=lambda t: %s%s)]" % (
            x, key % o, o, instances, key % "t", self.pick(["", ", reverse=True"])))
        self.variables.append((x, "ints"))
