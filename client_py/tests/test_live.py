"""The client against the real server: what users do, with the answers of CPython.

They need the `fora` binary (FORA_BINARY, PATH or bazel-bin). Without it they are skipped, unless FORA_REQUIRE_SERVER=1.
"""

import concurrent.futures
import math
import os
import signal
import subprocess
import sys
import threading
import time
import traceback

import pytest

import pyfora
from pyfora import local_server

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

try:
    local_server.find_binary()
except pyfora.ConnectionError as error:
    if os.environ.get("FORA_REQUIRE_SERVER") == "1":
        raise RuntimeError(f"FORA_REQUIRE_SERVER=1, but {error}") from None
    pytest.skip(str(error), allow_module_level=True)


@pytest.fixture(scope="module")
def executor():
    with pyfora.connect() as executor:
        yield executor


@pytest.fixture(scope="module")
def remote(executor):
    """Calls on the cluster and downloads the result."""
    return lambda function, *args, **kwargs: executor.submit(function, *args, **kwargs).result(60).toLocal().result(60)


def same(left, right):
    """Equality to the bit and the type."""
    return type(left) is type(right) and repr(left) == repr(right)


# ---- the documentation's examples ----


def isPrime(p):
    x = 2
    while x * x <= p:
        if p % x == 0:
            return 0
        x = x + 1
    return 1


def test_sum_of_sines(executor):
    n = 10**6
    with executor.remotely.downloadAll():
        x = sum(math.sin(i) for i in range(n))
    if sys.version_info >= (3, 12):
        assert same(x, sum(math.sin(i) for i in range(n)))
    else:
        total = 0
        for i in range(n):
            total += math.sin(i)
        assert same(x, total)


def test_sum_of_integers(executor):
    with executor.remotely.downloadAll():
        x = sum(range(10**9))
    assert x == 499999999500000000


def test_primes_and_proxies(executor):
    with executor.remotely.downloadAll():
        result = sum(isPrime(x) for x in range(10 * 1000))
    assert result == sum(isPrime(x) for x in range(10 * 1000))
    with executor.remotely.remoteAll():
        primes = [x for x in range(10 * 1000) if isPrime(x)]
    assert isinstance(primes, pyfora.RemotePythonObject.ComputedRemotePythonObject)
    with executor.remotely.downloadAll():
        lastFewPrimes = primes[-100:]
    expected = [x for x in range(10 * 1000) if isPrime(x)]
    assert lastFewPrimes == expected[-100:]
    assert primes.toLocal().result() == expected
    with executor.remotely.downloadSmall(bytecount=100):
        large, small = primes + primes, len(primes)
    assert small == len(expected)
    assert large.toLocal().result() == expected * 2


def test_immutable_appending(executor):
    with executor.remotely.downloadAll():
        x = 5
        x = x + 5
        v = [x]
        v = v + [12]
    assert (x, v) == (10, [10, 12])


def loopSum(x, f):
    result = 0
    while x > 0:
        result = result + f(x)
        x = x - 1
    return result


class Add:
    def __init__(self, arg):
        self.arg = arg

    def __call__(self, x):
        return self.arg + x


class Multiply:
    def __init__(self, arg):
        self.arg = arg

    def __call__(self, x):
        return self.arg * x


class Compose:
    def __init__(self, f, g):
        self.f = f
        self.g = g

    def __call__(self, x):
        return self.f(self.g(x))


def test_higher_order_functions_and_classes(remote):
    for function in (lambda x: x, lambda x: x * x, lambda x: x * 10.0 + 20.0, Compose(Multiply(10.0), Add(20.0))):
        assert same(remote(loopSum, 1000, function), loopSum(1000, function))
    compose = remote(lambda: Compose(Multiply(10.0), Add(20.0)))
    assert type(compose) is Compose and compose.g.arg == 20.0


def typeExplosion(v):
    a = None
    b = None
    c = None
    for x in v:
        if x < 1:
            a = x
        elif x < 2:
            b = x
        else:
            c = x
    return (a, b, c)


def test_type_explosion(remote):
    for v in ([], [0], [1, 0], [5, 1, 0, 7]):
        assert same(remote(typeExplosion, v), typeExplosion(v))


def buildTuple(ct):
    res = ()
    for ix in range(ct):
        res = res + (ix,)
    return res


def countTypes():
    aTuple = (0.0, 1, "a string", lambda x: x)
    functionCount = floatCount = 0
    for ix in range(100):
        val = aTuple[ix % len(aTuple)]
        if isinstance(val, type(lambda: None)):
            functionCount = functionCount + 1
        elif isinstance(val, float):
            floatCount = floatCount + 1
    return functionCount, floatCount


def test_tuples_as_structure(remote):
    assert remote(buildTuple, 100) == buildTuple(100)
    assert remote(countTypes) == (25, 25)


def divideAndConquer(a, b, f):
    if a >= b:
        return 0
    if a + 1 >= b:
        return f(a)
    mid = (a + b) // 2
    return divideAndConquer(a, mid, f) + divideAndConquer(mid, b, f)


def test_divide_and_conquer(remote):
    assert same(remote(divideAndConquer, 0, 1000, lambda x: x**0.5), divideAndConquer(0, 1000, lambda x: x**0.5))
    nested = lambda: divideAndConquer(0, 50, lambda x: divideAndConquer(0, x, lambda y: x * y))  # noqa: E731
    assert remote(nested) == nested()


def test_the_example_program():
    script = os.path.join(ROOT, "examples", "sum_sin.py")
    done = subprocess.run(
        [sys.executable, script, "--n", "100000"],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.path.join(ROOT, "client_py")},
    )
    assert done.returncode == 0, done.stderr
    assert repr(math.fsum(math.sin(i) for i in range(100000)))[:12] in done.stdout
    assert " core" in done.stdout


# ---- values ----


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def norm2(self):
        return self.x * self.x + self.y * self.y

    @staticmethod
    def origin():
        return Point(0, 0)

    @classmethod
    def diagonal(cls, n):
        return cls(n, n)


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def identity(x):
    return x


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -1,
        2**63 - 1,
        -(2**63),
        2**63,
        -(2**200),
        0.0,
        -0.0,
        1e-308,
        math.inf,
        -math.inf,
        "",
        "text",
        "h\u00e9\u4e2d\U0001f600",
        (),
        (1, 2.5, "x", None, True),
        [],
        [1, 2, 3],
        [1.5, 2.5],
        ["a", "b"],
        [1, 2.0, "x", None],
        [[1], [2, 3]],
        [(1, "a"), (2, "b")],
        [2**70, 1],
        range(5),
        range(10, 0, -3),
    ],
    ids=repr,
)
def test_values_go_there_and_back(remote, value):
    assert same(remote(identity, value), value)


def test_nan_goes_there_and_back(remote):
    assert math.isnan(remote(identity, math.nan))


def test_big_ints(remote):
    def factorial(n):
        return 1 if n < 2 else n * factorial(n - 1)

    def power(base, exponent):
        result = 1
        for _ in range(exponent):
            result = result * base
        return result

    assert remote(factorial, 50) == math.factorial(50)
    assert remote(power, 3, 500) == 3**500
    assert remote(lambda: 2**64 - 1) == 2**64 - 1


def test_instances_and_classes(remote):
    point = remote(lambda p: p + Point(10, 20), Point(1, 2))
    assert type(point) is Point and (point.x, point.y) == (11, 22)
    assert remote(lambda p: (p.norm2, Point.origin().x, Point.diagonal(3).y), Point(3, 4)) == (25, 0, 3)
    deep = remote(lambda: [Point3(1, 2, 3), Point3(4, 5, 6)])
    assert [type(p) for p in deep] == [Point3, Point3] and deep[1].z == 6
    assert remote(lambda: Point) is Point
    assert remote(lambda: identity) is identity
    assert remote(Point(3, 4).__add__, Point(1, 1)).x == 4


def test_closures_come_back(remote):
    def make(n):
        def adder(x):
            return x + n

        return adder

    assert remote(make, 40)(2) == 42


def test_arguments(remote):
    def f(a, b=2, *rest, c, d=4, **more):
        return (a, b, rest, c, d)

    assert remote(f, 1, c=3) == (1, 2, (), 3, 4)
    assert remote(f, 1, 20, 30, 40, c=3, d=5) == (1, 20, (30, 40), 3, 5)
    assert remote(f, c=3, a=0) == (0, 2, (), 3, 4)


def test_what_is_called(remote):
    assert remote(sum, [1, 2, 3]) == 6
    assert remote(math.sqrt, 2.0) == math.sqrt(2.0)
    assert type(remote(Point, 1, 2)) is Point
    assert remote(Add(3), 4) == 7


# ---- proxies ----


def test_proxies_everywhere(executor, remote):
    five = executor.define(5).result()
    values = executor.define([1, 2, 3]).result()
    function = executor.define(lambda x: x * 2).result()
    assert remote(identity, five) == 5
    assert remote(lambda: five + len(values)) == 8
    assert remote(lambda pairs: pairs[0] + pairs[1][0], [five, (five,)]) == 10
    assert remote(lambda x=five: x) == 5
    assert remote(function, five) == 10
    assert remote(lambda f: f(21), function) == 42
    computed = executor.submit(lambda: [x * x for x in range(10)]).result()
    with executor.remotely.downloadAll():
        total = sum(computed) + five
    assert total == 290


def test_defined_values_download(executor):
    assert executor.define((1, "x", [2.5])).result().toLocal().result() == (1, "x", [2.5])


# ---- with-blocks ----


def test_blocks_in_functions_and_closures(executor):
    base = 10

    def inner(k):
        nonlocal base
        for i in range(3):
            with executor.remotely.downloadAll():
                base = base + k * i
        return base

    assert inner(2) == 16
    assert base == 16


def test_blocks_are_never_executed_here(executor):
    pid = os.getpid()
    try:
        with executor.remotely.downloadAll():
            x = os.getpid()
    except pyfora.PyforaError:
        x = None
    assert x is None and pid == os.getpid()


def test_functions_in_blocks(executor):
    with executor.remotely.downloadAll():

        def triple(x):
            return 3 * x

        y = triple(14)
    assert y == 42
    assert triple(2) == 6


def test_functions_of_a_block_close_over_its_variables(executor):
    with executor.remotely.downloadAll():
        factor = 3
        scale = lambda x: factor * x

        def factorial(n):
            return 1 if n < 2 else n * factorial(n - 1)

        def adder(y):
            def add(x):
                return scale(x) + y

            return add

        functions = [adder(1), adder(2)]
    assert scale(2) == 6
    assert factorial(10) == 3628800
    assert [add(5) for add in functions] == [16, 17]
    with executor.remotely.downloadAll():
        y = functions[1](factorial(3))
    assert y == 20


def test_an_unassigned_variable_of_another_function_is_not_the_block_s_of_the_same_name(executor):
    label = "the block's"
    with executor.remotely.downloadAll():

        def make(assign):
            if assign:
                label = "make's"

            def read():
                return label

            return read

        def outer():
            def inner():
                return label + "!"

            return inner

        unassigned = make(False)
        assigned = make(True)
        through = outer()
    assert assigned() == "make's"
    assert through() == "the block's!"
    with pytest.raises(NameError, match="label"):
        unassigned()


# ---- properties that can be set ----


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._degrees = value

    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32


def test_a_property_of_a_class_of_the_client(executor):
    outside = Celsius(1.0)
    with executor.remotely.downloadAll():
        c = Celsius(10.0)
        c.degrees = 20.0
        c.degrees += 5.0
        try:
            c.degrees = -300.0
        except ValueError as error:
            text = str(error)
        f = c.fahrenheit()
    assert (type(c), c.degrees, f, text) == (Celsius, 25.0, 77.0, "below absolute zero")
    with pytest.raises(pyfora.InvalidPyforaOperation, match="'_degrees'.*'Celsius'"):
        with executor.remotely.downloadAll():
            outside.degrees = 2.0
    assert outside.degrees == 1.0


def test_a_property_of_a_class_of_the_block(executor):
    with executor.remotely.downloadAll():

        class Even:
            def __init__(self):
                self._n = 0

            @property
            def n(self):
                return self._n

            @n.setter
            def n(self, value):
                self._n = value // 2 * 2

        even = Even()
        even.n = 7
        n = even.n
    assert n == 6


def increased(celsius):
    celsius.degrees = celsius.degrees + 1
    return celsius


def test_a_property_of_an_object_that_others_refer_to(remote):
    assert remote(lambda: increased(Celsius(1.0))).degrees == 2.0
    with pytest.raises(pyfora.InvalidPyforaOperation, match="referenced elsewhere"):
        remote(lambda: (lambda c: (increased(c), c))(Celsius(1.0)))


# ---- blocks that raise ----


def test_what_was_assigned_before_an_exception(executor):
    before = after = None
    with pytest.raises(pyfora.ComputationError) as caught:
        with executor.remotely.downloadAll():
            before = 1
            1 / 0
            after = 2
    assert (before, after) == (1, None)
    assert type(caught.value.remoteException) is ZeroDivisionError
    line = next(i for i, text in enumerate(open(__file__), 1) if text == "            1 / 0\n")
    assert caught.value.trace[-1] == {"path": __file__, "line": line}


def test_what_a_loop_had_assigned_before_an_exception(executor):
    numbers = kept = [10, 20, 30]
    squares = i = None
    with pytest.raises(pyfora.ComputationError):
        with executor.remotely.downloadAll():
            squares = []
            for i in range(100000):
                squares.append(i * i)
                if i == 50000:
                    numbers[i]
            numbers = None
    assert squares == [n * n for n in range(50001)] and i == 50000
    assert numbers is kept  # the block had not come to it
    with executor.remotely.downloadAll():
        if not squares:
            numbers = None
        i = 0
    assert numbers is kept and i == 0


def test_an_exception_that_the_block_handles(executor):
    with executor.remotely.downloadAll():
        try:
            a = 1
            1 // 0
        except ZeroDivisionError as error:
            text = str(error)
        finally:
            b = 2
    assert (a, b, text) == (1, 2, "integer division or modulo by zero")


def appended(items, item):
    items.append(item)
    return items


def test_a_block_gives_its_lists_on(executor):
    with executor.remotely.downloadAll():
        items = []
        for i in range(10):
            items = appended(items, i)
    assert items == list(range(10))
    rest = None
    with pytest.raises(pyfora.ComputationError):
        with executor.remotely.downloadAll():
            items = [1]
            rest = appended(items + [], 2)
            items.append(3)
            items.pop(9)
    assert (items, rest) == ([1, 3], [1, 2])


# ---- exceptions ----


def fail(error):
    raise error


def test_the_context_of_an_exception(remote):
    def chained():
        try:
            [][1]
        except IndexError:
            fail(ValueError("second"))

    def quiet():
        try:
            [][1]
        except IndexError:
            raise ValueError("second") from None

    def caused():
        try:
            [][1]
        except IndexError as error:
            raise ValueError("second") from error

    for function in (chained, quiet, caused):
        with pytest.raises(pyfora.ComputationError) as caught:
            remote(function)
        with pytest.raises(ValueError) as expected:
            function()
        here, there = expected.value, caught.value.remoteException
        assert type(there.__context__) is IndexError and str(there.__context__) == str(here.__context__)
        assert (there.__cause__ is there.__context__) == (here.__cause__ is here.__context__)
        assert there.__suppress_context__ == here.__suppress_context__


class AppError(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def raises(error):
    raise error


def test_computation_errors(executor):
    def outer(x):
        return inner(x) + 1

    def inner(x):
        return 1 // x

    error = executor.submit(outer, 0).exception(60)
    assert type(error) is pyfora.ComputationError
    assert type(error.remoteException) is ZeroDivisionError
    assert str(error.remoteException) in (
        "integer division or modulo by zero",
        "integer modulo by zero",
        "division by zero",
    )
    first = outer.__code__.co_firstlineno
    assert error.trace == [{"path": __file__, "line": first + 1}, {"path": __file__, "line": first + 4}]
    assert "return 1 // x" in str(error)


@pytest.mark.parametrize(
    "function, expected",
    [
        (lambda: [1][5], IndexError("list index out of range")),
        (lambda: (1).nothing, AttributeError("'int' object has no attribute 'nothing'")),
        (lambda: 1 + "x", TypeError("unsupported operand type(s) for +: 'int' and 'str'")),
        (lambda: int("x"), ValueError("invalid literal for int() with base 10: 'x'")),
        (lambda: undefined_anywhere, NameError("name 'undefined_anywhere' is not defined")),  # noqa: F821
        (lambda: math.sqrt(-1.0), None),
        (lambda: 2.0**10000, None),
    ],
    ids=["index", "attribute", "type", "value", "name", "domain", "overflow"],
)
def test_exceptions_of_the_language(executor, function, expected):
    error = executor.submit(function).exception(60)
    assert type(error) is pyfora.ComputationError, error
    if expected is None:
        try:
            function()
        except Exception as local:
            expected = local
    assert type(error.remoteException) is type(expected)
    assert str(error.remoteException) == str(expected)


def test_exceptions_of_the_users(executor):
    def fail():
        try:
            raise KeyError("k")
        except KeyError as error:
            raise AppError(7) from error

    error = executor.submit(fail).exception(60)
    assert type(error.remoteException) is AppError
    assert error.remoteException.code == 7 and error.remoteException.args == ("code 7",)
    assert type(error.remoteException.__cause__) is KeyError
    assert error.__cause__ is error.remoteException


def test_not_callable(executor):
    with pytest.raises(pyfora.NotCallableError):
        executor.submit(5)


def test_conversion_errors(executor):
    def reaches():
        return open("/etc/passwd")

    error = executor.submit(reaches).exception(60)
    assert type(error) is pyfora.PythonToForaConversionError
    assert error.trace[-1] == {"path": __file__, "line": reaches.__code__.co_firstlineno + 1}
    assert "open" in str(error) and "^" in str(error)
    stream = open("/dev/null")
    assert executor.submit(lambda flag: stream if flag else 1, False).result(60).toLocal().result(60) == 1
    assert type(executor.submit(lambda: stream.read()).exception(60)) is pyfora.PythonToForaConversionError
    with pytest.raises(pyfora.PythonToForaConversionError):
        executor.submit(identity, stream)


def test_invalid_operations(executor):
    values = [1, 2]

    def changes(v):
        w = v
        w.append(3)
        return len(v)

    error = executor.submit(changes, values).exception(60)
    assert error is None or type(error) is pyfora.InvalidPyforaOperation
    if error is None:
        assert executor.submit(changes, values).result().toLocal().result() == 3


def test_what_is_not_implemented(executor):
    with pytest.raises(pyfora.PyforaNotImplementedError):
        executor.importS3Dataset("bucket", "key")


def test_errors_point_at_their_expression(executor):
    def mean(xs):
        total = sum(xs)
        return 1 + total / len(xs)

    with pytest.raises(pyfora.ComputationError) as caught:
        executor.submit(mean, []).result(60)
    assert str(caught.value).endswith(
        "    return 1 + total / len(xs)\n"
        "               ^^^^^^^^^^^^^^^"
    )

    def text(xs):
        return len(xs) + len("".join(
            xs))

    with pytest.raises(pyfora.PythonToForaConversionError) as caught:
        executor.submit(text, ["a"]).result(60)
    assert str(caught.value).endswith(
        '    return len(xs) + len("".join(\n'
        "                         ^^^^^^^"
    )


def test_a_block_that_raises_shows_the_block(executor):
    with pytest.raises(pyfora.ComputationError) as caught:
        with executor.remotely:
            x = 1 // 0
    assert [entry.name for entry in traceback.extract_tb(caught.tb)] == [
        "test_a_block_that_raises_shows_the_block",
        "__enter__",
    ]


def test_the_frames_of_an_exception(executor):
    with pytest.raises(pyfora.ComputationError) as caught:
        with executor.remotely:

            def endless(n):
                return endless(n + 1)

            endless(0)
    text = str(caught.value)
    assert ", in test_the_frames_of_an_exception\n" in text and "<module>" not in text
    assert text.count("in endless\n") == 3
    assert f"[Previous line repeated {len(caught.value.trace) - 4} more times]" in text


# ---- time ----


def forever():
    x = 0
    while True:
        x = (x + 1) % 1000
    return x


def test_cancel_stops_a_compiled_loop(executor):
    future = executor.submit(forever)
    time.sleep(2.0)  # long enough to be compiled
    assert future.running()
    assert future.cancel()
    assert executor.submit(identity, 1).result(10).toLocal().result(10) == 1
    with pytest.raises(concurrent.futures.CancelledError):
        future.result()
    pid = executor._connection.server._process.pid
    deadline = time.monotonic() + 20
    while _is_busy(pid):
        assert time.monotonic() < deadline, "the loop still runs"


def _is_busy(pid):
    before = _cpu_seconds(pid)
    time.sleep(0.5)
    return _cpu_seconds(pid) - before > 0.25


def _cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_interrupting_a_block_cancels_it(executor):
    threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        with executor.remotely:
            x = forever()
    assert executor.submit(identity, 1).result(10)


def test_status_callbacks(executor):
    def work(n):
        total = 0
        for i in range(n):
            total = (total * 31 + i) % 1000003
        return total

    packages = []
    with executor.remotely.downloadAll().withStatusCallback(packages.append):
        x = work(5 * 10**8)
    assert packages[-1]["state"] == "done"
    assert (
        any(package["state"] == "running" and package["cores"] >= 1 for package in packages[:-1]) or len(packages) == 1
    )


def test_no_more_cores_are_counted_than_there_are_threads(executor):
    def leaves(low, high):  # whose threads wait for each other, and make other calls meanwhile
        if high - low <= 1:
            return high - low
        middle = (low + high) // 2
        return leaves(low, middle) + leaves(middle, high)

    packages = []
    with executor.remotely.downloadAll().withStatusCallback(packages.append):
        x = leaves(0, 6 * 10**7)
    assert x == 6 * 10**7
    assert all(package.get("cores", 1) <= os.cpu_count() for package in packages)


# ---- servers ----


def test_worker_count(executor):
    assert executor.getWorkerCount() == 1


def test_two_executors_at_once(executor):
    with pyfora.connect() as other:
        futures = [e.submit(lambda x: x + 1, number) for number in range(10) for e in (executor, other)]
        assert [f.result(60).toLocal().result(60) for f in futures] == [n + 1 for n in range(10) for _ in (0, 1)]
        with pytest.raises(pyfora.PythonToForaConversionError, match="another executor"):
            other.submit(identity, executor.define(1).result())


def test_two_clients_of_one_server(executor):
    connection = executor._connection
    with pyfora.connect(connection.url, token=connection.token) as other:
        assert other.submit(identity, "x").result(60).toLocal().result(60) == "x"
    with pytest.raises(pyfora.ConnectionError, match="token"):
        pyfora.connect(connection.url, token="wrong")
    assert executor.submit(identity, 1).result(10)


def test_many_at_once(executor):
    futures = [executor.submit(lambda x: x * x, number) for number in range(200)]
    proxies = [future.result(60) for future in futures]
    assert [proxy.toLocal().result(60) for proxy in proxies] == [n * n for n in range(200)]


def test_closing():
    executor = pyfora.connect()
    future = executor.submit(forever)
    time.sleep(0.3)
    process = executor._connection.server._process
    executor.close()
    assert executor.isClosed() and process.poll() is not None
    with pytest.raises(concurrent.futures.CancelledError):
        future.result(1)
    with pytest.raises(pyfora.ConnectionError):
        executor.submit(identity, 1)


def test_the_server_is_killed_in_mid_job():
    with pyfora.connect() as executor:
        future = executor.submit(forever)
        time.sleep(0.5)
        executor._connection.server._process.kill()
        with pytest.raises(pyfora.ConnectionError, match="SIGKILL"):
            future.result(10)
        with pytest.raises(pyfora.ConnectionError):
            executor.submit(identity, 1).result(10)


def test_the_server_dies_with_its_client():
    code = (
        "import os, pyfora\nexecutor = pyfora.connect()\nprint(executor._connection.server._process.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.path.join(ROOT, "client_py")},
    )
    pid = int(done.stdout)
    deadline = time.monotonic() + 5
    while os.path.exists(f"/proc/{pid}") and open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < deadline, "the private server outlives its client"
        time.sleep(0.05)
