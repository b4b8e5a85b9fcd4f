"""Values on the cluster to local objects: what is sent comes back the same."""

import math

import pytest

import pyfora
from fake_server import Returns, echo, echo_callee, graph_of
from pyfora.wire import value_pb2


def identity(x):
    return x


@pytest.fixture
def round_trip(server, executor):
    server.answer = echo
    return lambda value: executor.submit(identity, value).result().toLocal().result()


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        0,
        -5,
        2**63 - 1,
        -(2**63),
        2**64,
        -(2**200),
        0.0,
        -0.0,
        1e308,
        math.inf,
        "",
        "text",
        "\ud83d",
        "h\u00e9" * 1000,
        (),
        (1, "a", (2.5, None)),
        [],
        [1, 2, 3],
        [1.0, 2.0],
        [1, "a", [2, [3]]],
        [(1, 2), (3, 4)],
        range(3),
        range(10, 2**80, -7),
        slice(1, None, 2),
        NotImplemented,
        ...,
        len,
        int,
        math.sin,
        math,
    ],
)
def test_round_trips(round_trip, value):
    result = round_trip(value)
    assert type(result) is type(value)
    assert repr(result) == repr(value)


def test_nan(round_trip):
    assert math.isnan(round_trip(math.nan))


class Point:
    made = 0

    def __init__(self, x, y):
        type(self).made += 1
        self.x, self.y = x, y

    def norm(self):
        return math.hypot(self.x, self.y)


def test_instances_are_rebuilt_without_init(round_trip):
    point = Point(3, 4)
    made = Point.made
    result = round_trip(point)
    assert type(result) is Point and result is not point
    assert (result.x, result.y) == (3, 4)
    assert Point.made == made


def test_sharing_is_kept(round_trip):
    shared = [1, "x"]
    result = round_trip([shared, shared])
    assert result[0] is result[1]


def test_deep_values(round_trip):
    value = [0]
    for _ in range(20_000):
        value = [value]
    result = round_trip(value)
    for _ in range(20_000):
        (result,) = result
    assert result == [0]


class AppError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def test_exceptions_are_rebuilt_without_init(round_trip):
    result = round_trip(AppError(5))
    assert type(result) is AppError
    assert result.args == ("code 5",) and result.code == 5
    result = round_trip(OSError(2, "nothing"))
    assert type(result) is FileNotFoundError and result.errno == 2


def test_definitions_come_back_as_the_local_ones(round_trip):
    assert round_trip(identity) is identity
    assert round_trip(Point) is Point
    method = round_trip(Point(6, 8).norm)
    assert method() == 10.0
    function = lambda: 1  # noqa: E731
    assert round_trip(function) is function


def make_adder(n, scale=(1,)):
    def adder(x):
        return x + n

    return adder


def test_closures_come_back_with_what_they_close_over(round_trip):
    one, two = make_adder(1), make_adder(2)
    result = round_trip([one, two])
    assert result[0] is one and result[1] is two
    assert round_trip(make_adder([5, "x"]).__closure__[0].cell_contents) == [5, "x"]
    rebuilt = round_trip(make_adder((5, "x")))
    assert rebuilt.__closure__[0].cell_contents == (5, "x")


def test_functions_made_on_the_cluster_from_code_that_was_sent(server, executor):
    def answer(program):
        graph = value_pb2.ObjectGraph()
        graph.files.extend(program.graph.files)
        sent = program.graph.objects[program.call.callee_ref].function
        inner = graph.objects.add().function
        inner.name, inner.qualname, inner.file = "adder", "make_adder.<locals>.adder", sent.file
        inner.line = sent.line + 1
        inner.free.add(name="n", ref=1)
        graph.objects.add().small_int = 40
        return Returns(graph)

    server.answer = answer
    function = executor.submit(make_adder, 40).result().toLocal().result()
    assert function(2) == 42
    assert function.__qualname__ == "make_adder.<locals>.adder"


def test_several_lambdas_on_a_line_come_back_as_themselves(round_trip):
    pair = (lambda: 1), (lambda: 2)
    assert [function() for function in round_trip(list(pair))] == [1, 2]


def test_callables_are_echoed(server, executor):
    server.answer = echo_callee
    assert executor.submit(Point(1, 2).norm).result().toLocal().result()() == math.hypot(1, 2)


def test_what_has_no_local_counterpart(server, executor):
    graph = value_pb2.ObjectGraph()
    graph.files.add(path="elsewhere.py")
    graph.objects.add().class_object.qualname = "Unknown"
    server.answer = lambda program: Returns(graph)
    with pytest.raises(pyfora.ForaToPythonConversionError, match="Unknown"):
        executor.submit(identity, 1).result().toLocal().result()
    graph.objects[0].function.qualname = "unknown"
    with pytest.raises(pyfora.ForaToPythonConversionError, match="unknown"):
        executor.submit(identity, 1).result().toLocal().result()
    graph.objects[0].unsupported.message = "an open socket"
    with pytest.raises(pyfora.ForaToPythonConversionError, match="an open socket"):
        executor.submit(identity, 1).result().toLocal().result()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda graph: graph.objects[0].tuple.refs.append(7),
        lambda graph: graph.objects[0].tuple.refs.append(0),
        lambda graph: graph.objects[0].Clear(),
        lambda graph: setattr(graph, "root", 9),
        lambda graph: setattr(graph.objects[0], "builtin", "no_such_thing"),
        lambda graph: setattr(graph.objects[0], "module", "os"),
    ],
)
def test_malformed_values_are_errors(server, executor, spoil):
    graph = graph_of((1, 2))
    spoil(graph)
    server.answer = lambda program: Returns(graph)
    with pytest.raises(pyfora.ForaToPythonConversionError):
        executor.submit(identity, 1).result().toLocal().result()
