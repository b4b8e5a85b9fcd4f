"""Python objects to ObjectGraphs: what is on the wire."""

import dataclasses
import functools
import math
import struct
import sys
import types

import pytest

from pyfora import PythonToForaConversionError
from pyfora.definitions import SentDefinitions
from pyfora.object_encoder import ObjectEncoder


def encode(value, strict=False):
    encoder = ObjectEncoder(SentDefinitions())
    encoder.graph.root = encoder.add(value, strict)
    return encoder.graph


def root(value, strict=False):
    graph = encode(value, strict)
    return graph.objects[graph.root]


def bound(graph, message, name):
    return next(graph.objects[binding.ref] for binding in message if binding.name == name)


def names(bindings):
    return [binding.name for binding in bindings]


# ---- data ----


@pytest.mark.parametrize(
    "value, kind, wire",
    [
        (None, "none", True),
        (True, "boolean", True),
        (False, "boolean", False),
        (0, "small_int", 0),
        (-1, "small_int", -1),
        (2**63 - 1, "small_int", 2**63 - 1),
        (-(2**63), "small_int", -(2**63)),
        (2**63, "big_int", bytes(7) + b"\x80\x00"),
        (-(2**63) - 1, "big_int", b"\xff" * 7 + b"\x7f\xff"),
        (-(2**71), "big_int", bytes(8) + b"\x80"),
        (1.5, "floating", 1.5),
        (math.inf, "floating", math.inf),
        ("", "str", b""),
        ("h\u00e9\U0001f600", "str", b"h\xc3\xa9\xf0\x9f\x98\x80"),
        ("\ud800", "str", b"\xed\xa0\x80"),
        (NotImplemented, "not_implemented", True),
        (..., "ellipsis", True),
        (len, "builtin", "len"),
        (int, "builtin", "int"),
        (ValueError, "builtin", "ValueError"),
        (IOError, "builtin", "OSError"),
        (math.sin, "builtin", "math.sin"),
        (math, "module", "math"),
        (types.FunctionType, "builtin", "function"),
        (type(None), "builtin", "NoneType"),
        (pow, "builtin", "pow"),
        (math.pow, "builtin", "math.pow"),
    ],
)
def test_single_objects(value, kind, wire):
    message = root(value)
    assert message.WhichOneof("kind") == kind
    assert getattr(message, kind) == wire


def test_negative_zero_and_nan_keep_their_bits():
    for value in (-0.0, math.nan, -math.nan):
        assert struct.pack("<d", root(value).floating) == struct.pack("<d", value)


def test_lists_of_one_kind_are_packed():
    assert root([1, 2, -3]).int_list.values == [1, 2, -3]
    assert root([1.0, -0.5]).float_list.values == [1.0, -0.5]
    assert root([]).WhichOneof("kind") == "list"
    assert root([1, 2**63]).WhichOneof("kind") == "list"
    assert root([1, True]).WhichOneof("kind") == "list"
    assert root([1, 2.0]).WhichOneof("kind") == "list"


def test_big_lists():
    assert len(root(list(range(1_000_000))).int_list.values) == 1_000_000


def test_shared_objects_are_sent_once():
    shared = [1, "x"]
    graph = encode((shared, shared))
    assert graph.objects[graph.root].tuple.refs[0] == graph.objects[graph.root].tuple.refs[1]


def test_deep_nesting_needs_no_recursion():
    value = ()
    for _ in range(50_000):
        value = (value,)
    assert len(encode(value, strict=True).objects) == 50_001


def test_ranges_and_slices():
    graph = encode(range(1, 2**70, 3))
    part = graph.objects[graph.root].range
    assert graph.objects[part.start_ref].small_int == 1
    assert graph.objects[part.stop_ref].WhichOneof("kind") == "big_int"
    assert graph.objects[part.step_ref].small_int == 3
    graph = encode(slice(None, 4))
    assert graph.objects[graph.objects[graph.root].slice.stop_ref].small_int == 4


def test_the_same_objects_give_the_same_bytes():
    value = [function_with_free_names, Shape, (1, "a", 2.0)]
    assert encode(value).SerializeToString() == encode(value).SerializeToString()


@pytest.mark.parametrize(
    "make, text",
    [
        (lambda: open("/dev/null"), "TextIOWrapper"),
        (lambda: {1: 2}, "dictionaries"),
        (lambda: {1}, "sets"),
        (lambda: b"x", "bytes"),
        (lambda: 1j, "complex"),
        (lambda: (i for i in ()), "generator"),
        (lambda: sys, "the module sys"),
        (lambda: functools.reduce, "functools.reduce"),
        (lambda: [].append, "append"),
        (lambda: functools.partial(len), "functools.partial"),
        (lambda: Slotted(), "__slots__"),
        (lambda: Row(1, 2), "a subclass of tuple"),
        (lambda: WithMeta, "metaclass"),
        (lambda: WithMeta(), "WithMeta"),
    ],
)
def test_what_cannot_be_sent(make, text):
    value = make()
    for strict in (value, [1, value], (1, (value,))):
        with pytest.raises(PythonToForaConversionError, match=text):
            encode(strict, strict=True)
    message = root(value)
    assert message.WhichOneof("kind") == "unsupported"
    assert text in message.unsupported.message


def test_a_list_that_contains_itself():
    cycle = [1]
    cycle.append((cycle,))
    with pytest.raises(PythonToForaConversionError, match="contains itself"):
        encode(cycle, strict=True)
    graph = encode(cycle)
    assert "unsupported" in {message.WhichOneof("kind") for message in graph.objects}
    thing = Shape(1)
    thing.me = thing
    with pytest.raises(PythonToForaConversionError, match="an instance that contains itself"):
        encode(thing, strict=True)


# ---- functions ----

offset = 10


def function_with_free_names(x, y=2, *, z=3.0):
    def inner(w):
        return math.sin(w) + offset + sum([x, y])

    return inner(z) + undefined_anywhere + x.attribute_is_no_name  # noqa: F821


def test_a_function_carries_its_source_and_what_it_reads():
    graph = encode(function_with_free_names)
    sent = graph.objects[graph.root].function
    assert (sent.name, sent.qualname) == ("function_with_free_names",) * 2
    assert sent.line == function_with_free_names.__code__.co_firstlineno
    assert not sent.has_column
    file = graph.files[sent.file]
    assert file.path == __file__
    assert file.text == open(__file__).read()
    assert sorted(names(sent.free)) == ["math", "offset", "sum"]
    assert bound(graph, sent.free, "math").module == "math"
    assert bound(graph, sent.free, "offset").small_int == 10
    assert bound(graph, sent.free, "sum").builtin == "sum"
    assert [graph.objects[ref].small_int for ref in sent.defaults] == [2]
    assert bound(graph, sent.keyword_defaults, "z").floating == 3.0


def test_one_file_is_sent_once():
    graph = encode([function_with_free_names, lambda: 1, Shape])
    assert len(graph.files) == 1


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def test_mutual_recursion_is_a_cycle_in_the_graph():
    graph = encode(is_even)
    odd = bound(graph, graph.objects[graph.root].function.free, "is_odd").function
    assert next(b.ref for b in odd.free if b.name == "is_even") == graph.root
    assert len(graph.objects) == 2


def test_closures():
    def outer(a):
        def inner():
            return a + later

        result = inner
        if a:
            later = 5
        return result

    graph = encode(outer(1))
    assert sorted(names(graph.objects[graph.root].function.free)) == ["a", "later"]
    graph = encode(outer(0))
    assert names(graph.objects[graph.root].function.free) == ["a"]


def test_shadowed_builtins_and_class_bodies():
    namespace = {"len": 5}
    function = types.FunctionType(_reads_len.__code__, namespace)
    graph = encode(function)
    assert bound(graph, graph.objects[graph.root].function.free, "len").small_int == 5

    def makes_class():
        class Inner:
            field = offset

        return Inner

    assert "offset" in names(root(makes_class).function.free)


def _reads_len():
    return len


def test_lambdas_on_one_line_are_told_apart():
    pair = (lambda x: x + 1), (lambda y: y + 1), (lambda x: x + 2)
    columns = [root(function).function.column for function in pair]
    assert all(root(function).function.has_column for function in pair)
    line = open(__file__).read().splitlines()[pair[0].__code__.co_firstlineno - 1]
    assert columns == [line.index("lambda x: x + 1"), line.index("lambda y"), line.index("lambda x: x + 2")]


def test_lambdas_with_closures_and_nested_code():
    k = 3
    pair = (lambda v: [k * x for x in v]), (lambda v: [k + x for x in v])
    first, second = (root(function).function for function in pair)
    assert first.has_column and second.has_column and first.column < second.column


def test_unreadable_free_variables_are_no_error_until_reached():
    stream = open("/dev/null")
    graph = encode(lambda: stream, strict=True)
    assert "TextIOWrapper" in bound(graph, graph.objects[graph.root].function.free, "stream").unsupported.message


def test_functions_without_source():
    namespace = {}
    exec("def made(): return 1", namespace)
    with pytest.raises(PythonToForaConversionError, match=r"made.*exec\(\)"):
        encode(namespace["made"], strict=True)
    with pytest.raises(PythonToForaConversionError, match="made.*no source"):
        exec(compile("def made(): return 1", "<template>", "exec"), namespace)
        encode(namespace["made"], strict=True)


def test_generated_methods():
    @dataclasses.dataclass
    class Point:
        x: int

    graph = encode(Point)
    init = bound(graph, graph.objects[graph.root].class_object.attributes, "__init__")
    assert "Point.__init__ has no source text: it was generated" in init.unsupported.message
    assert "write it out in the class" in init.unsupported.message


def test_a_line_of_one_of_several_texts_of_a_path():
    sent = SentDefinitions()
    sent.note_text("<stdin>", "with executor.remotely:\n    y = f(1)\n")
    sent.note_text("<stdin>", "def f(a):\n    return a / 0\n")
    sent.note_text("<stdin>", "g = lambda a: a / 0\n")
    assert sent.line("<stdin>", 2, "<module>") == "    y = f(1)"
    assert sent.line("<stdin>", 2, "f") == "    return a / 0"
    assert sent.line("<stdin>", 1, "<lambda>") == "g = lambda a: a / 0"
    assert sent.line("<stdin>", 3, "f") is None
    assert sent.line("<other>", 1, "f") is None


def test_wrapped_functions_send_the_wrapper():
    def wrap(function):
        @functools.wraps(function)
        def wrapper(*args):
            return function(*args)

        return wrapper

    wrapped = wrap(is_even)
    graph = encode(wrapped)
    sent = graph.objects[graph.root].function
    assert sent.line == wrapped.__code__.co_firstlineno
    assert (sent.name, sent.qualname) == ("wrapper", "is_even")
    assert bound(graph, sent.free, "function").function.name == "is_even"


# ---- classes ----


class Slotted:
    __slots__ = ("a",)


class Row(tuple):
    def __new__(cls, *values):
        return tuple.__new__(cls, values)


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass


class Shape:
    """A docstring is not an attribute."""

    sides: int = 0
    unit = "m"

    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size * __class__.sides

    @property
    def double(self):
        return 2 * self.size

    @staticmethod
    def zero():
        return 0

    @classmethod
    def make(cls):
        return cls(1)


class Square(Shape):
    sides = 4

    def area(self):
        return super().area() ** 2


def test_a_class():
    graph = encode(Square)
    sent = graph.objects[graph.root].class_object
    assert (sent.name, sent.qualname) == ("Square", "Square")
    assert open(__file__).read().splitlines()[sent.line - 1] == "class Square(Shape):"
    assert graph.files[sent.file].path == __file__
    assert names(sent.attributes) == ["sides", "area"]
    free = bound(graph, sent.attributes, "area").function.free
    assert next(b.ref for b in free if b.name == "__class__") == graph.root
    (base,) = sent.bases
    shape = graph.objects[base].class_object
    assert list(shape.bases) == []
    assert names(shape.attributes) == ["sides", "unit", "__init__", "area", "double", "zero", "make"]
    assert graph.objects[bound(graph, shape.attributes, "double").property.getter_ref].function.name == "double"
    assert graph.objects[bound(graph, shape.attributes, "zero").static_method_ref].function.name == "zero"
    assert graph.objects[bound(graph, shape.attributes, "make").class_method_ref].function.name == "make"


def test_an_instance_and_a_bound_method():
    square = Square(3)
    graph = encode(square.area)
    method = graph.objects[graph.root].bound_method
    instance = graph.objects[method.self_ref].instance
    assert graph.objects[instance.class_ref].class_object.name == "Square"
    assert bound(graph, instance.fields, "size").small_int == 3
    assert graph.objects[method.function_ref].function.qualname == "Square.area"


def test_an_instance_may_hold_what_cannot_be_sent():
    shape = Shape(open("/dev/null"))
    graph = encode(shape, strict=True)
    assert bound(graph, graph.objects[graph.root].instance.fields, "size").WhichOneof("kind") == "unsupported"


class AppError(ValueError):
    pass


def test_exceptions():
    error = AppError("bad", 3)
    error.code = 7
    graph = encode(error)
    sent = graph.objects[graph.root].exception
    cls = graph.objects[sent.class_ref].class_object
    assert cls.name == "AppError" and graph.objects[cls.bases[0]].builtin == "ValueError"
    assert graph.objects[sent.args[0]].str == b"bad"
    assert bound(graph, sent.fields, "code").small_int == 7
    graph = encode(KeyError("k"))
    assert graph.objects[graph.objects[graph.root].exception.class_ref].builtin == "KeyError"


def test_local_and_repeated_classes_are_found_by_their_methods():
    def first():
        class Local:
            def method(self):
                return 1

        return Local

    def second():
        class Local:
            def method(self):
                return 2

        return Local

    lines = open(__file__).read().splitlines()
    a, b = root(first()).class_object, root(second()).class_object
    assert a.line != b.line
    assert lines[a.line - 1].strip() == lines[b.line - 1].strip() == "class Local:"


# ---- sources ----


def test_a_file_that_changed_since_it_was_loaded(tmp_path, monkeypatch):
    import importlib

    path = tmp_path / "changing_module.py"
    path.write_text("def f():\n    return 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = importlib.import_module("changing_module")
    assert "return 1" in encode(module.f).files[0].text
    path.write_text("# a line more\ndef f():\n    return 22\n")
    assert "return 1" in encode(module.f).files[0].text  # what was loaded is still known
    importlib.reload(module)
    assert "return 22" in encode(module.f).files[0].text
    path.write_text("def g(): pass\n")
    import linecache

    linecache.clearcache()
    with pytest.raises(PythonToForaConversionError, match="changed since it was loaded"):
        encode(module.f, strict=True)
