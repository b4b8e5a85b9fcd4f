"""with executor.remotely: the body is sent, never executed here, and what it assigns is assigned here."""

import contextlib
import sys
import threading

import pytest

import pyfora
from fake_server import Assigns, Fails, RunsForever, raised
from pyfora.wire import program_pb2

executed = []  # nothing may ever be appended to it


def sent_names(server):
    return sorted(binding.name for binding in server.last.block.free)


def sent_value(server, name):
    program = server.last
    return next(program.graph.objects[b.ref] for b in program.block.free if b.name == name)


def with_line(server):
    program = server.last
    return program.graph.files[program.block.file].text.splitlines()[program.block.line - 1].strip()


@pytest.fixture(autouse=True)
def nothing_is_executed_or_left_traced():
    tracer = sys.gettrace()
    executed.clear()
    yield
    assert executed == []
    assert sys.gettrace() is tracer
    if hasattr(sys, "monitoring"):
        assert "pyfora" not in [sys.monitoring.get_tool(tool) for tool in range(6)]


def test_locals(server, executor):
    server.answer = lambda program: Assigns(x=5, y=[1.5])
    x, unrelated = 1, object()
    with executor.remotely.downloadAll():
        y = [x, executed.append(1)]
        x = 5
    assert (x, y) == (5, [1.5])
    assert sent_names(server) == ["executed", "x"]
    assert sent_value(server, "x").small_int == 1
    assert with_line(server) == "with executor.remotely.downloadAll():"
    assert server.last.python_minor == sys.version_info.minor
    assert unrelated is not None


def test_one_line(server, executor):
    server.answer = lambda program: Assigns(x=2)
    with executor.remotely.downloadAll(): x = executed.append(1)  # fmt: skip
    assert x == 2


def test_closure_variables(server, executor):
    server.answer = lambda program: Assigns(x=7, total=8)
    x = total = 0

    def inner():
        nonlocal total
        with executor.remotely.downloadAll():
            total = total + x + executed.append(1)
        return x, total

    with executor.remotely.downloadAll():
        x = executed.append(1)
    assert x == 7
    assert inner() == (7, 8)
    assert total == 8
    assert sent_names(server) == ["executed", "total", "x"]


counter = 3


def test_global_declarations(server, executor):
    server.answer = lambda program: Assigns(counter=4)
    global counter
    with executor.remotely.downloadAll():
        counter = counter + executed.append(1)
    assert counter == 4 and globals()["counter"] == 4
    counter = 3


def test_methods_loops_generators_and_class_bodies(server, executor):
    server.answer = lambda program: Assigns(x=9)

    class Holder:
        with executor.remotely.downloadAll():
            x = executed.append(1)

        def method(self):
            results = []
            for _ in range(3):
                with executor.remotely.downloadAll():
                    x = executed.append(1)
                    for i in range(10):
                        if i == 5:
                            break
                results.append(x)
            return results

    def generate():
        with executor.remotely.downloadAll():
            x = executed.append(1)
        yield x
        with executor.remotely.downloadAll():
            x = executed.append(1)
        yield x

    assert Holder.x == 9
    assert Holder().method() == [9] * 3
    assert list(generate()) == [9, 9]


def test_several_items(server, executor):
    server.answer = lambda program: Assigns(x=1)
    with contextlib.nullcontext(), executor.remotely.downloadAll():
        x = executed.append(1)
    with (
        contextlib.nullcontext() as first,
        executor.remotely.downloadAll() as runner,
    ):
        x = executed.append(1)
    assert x == 1 and first is None
    assert isinstance(runner, pyfora.WithBlockExecutor.WithBlockExecutor)


def test_the_executor_must_be_the_last_item(server, executor):
    with pytest.raises(pyfora.PythonToForaConversionError, match="last item") as caught:
        with executor.remotely, contextlib.nullcontext():
            executed.append(1)
    assert "^" in str(caught.value)
    try:
        pass
    finally:
        with pytest.raises(pyfora.PythonToForaConversionError, match="last item"):
            with contextlib.nullcontext(), executor.remotely, contextlib.nullcontext():
                executed.append(1)
    assert server.programs == []


def test_in_finally_and_except(server, executor):
    server.answer = lambda program: Assigns(x=1)
    try:
        raise KeyError
    except KeyError:
        with executor.remotely.downloadAll():
            x = executed.append(1)
    finally:
        with contextlib.nullcontext(), executor.remotely.downloadAll():
            y = executed.append(1)
    assert x == 1
    with pytest.raises(UnboundLocalError):
        y  # the block did not assign it


def test_nested_blocks_of_other_context_managers(server, executor):
    server.answer = lambda program: Assigns(x=1)
    events = []

    @contextlib.contextmanager
    def noisy():
        events.append("in")
        yield
        events.append("out")

    with noisy():
        with executor.remotely.downloadAll():
            x = executed.append(1)
        events.append(x)
    assert events == ["in", 1, "out"]


def test_only_a_with_statement_can_enter_it(server, executor):
    with pytest.raises(pyfora.PythonToForaConversionError, match="with statement"):
        executor.remotely.__enter__()
    with contextlib.ExitStack() as stack:
        with pytest.raises(pyfora.PythonToForaConversionError):
            stack.enter_context(executor.remotely)


def test_threads(server, executor):
    server.answer = lambda program: Assigns(x=1)
    results = []

    def work():
        for _ in range(20):
            with executor.remotely.downloadAll():
                x = executed.append(1)
            results.append(x)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 80


def test_recursion(server, executor):
    server.answer = lambda program: Assigns(x=1)

    def descend(n):
        if n:
            with executor.remotely.downloadAll():
                x = executed.append(1)
            return x + descend(n - 1)
        return 0

    assert descend(5) == 5


# ---- what is sent ----


def test_names_certainly_assigned_before_are_not_sent(server, executor):
    server.answer = lambda program: Assigns()
    a = b = c = d = e = f = 0
    with executor.remotely:
        a = 1
        b = a + b
        for c in range(b):
            e = c
        if d:
            f = 1
        else:
            f = 2
        e = e + f
    assert sent_names(server) == ["b", "d", "e", "range"]


def test_names_that_mean_nothing_are_left_out(server, executor):
    server.answer = lambda program: Assigns()
    with executor.remotely:
        x = undefined_anywhere + len([q for q in (1, 2)])  # noqa: F821
    if False:
        later = 1
    with executor.remotely:
        y = later
    assert sent_names(server) == []


def test_functions_in_blocks_send_what_they_read(server, executor):
    server.answer = lambda program: Assigns()
    scale = 2
    with executor.remotely:

        def f(x):
            return [x * scale + counter for x in (x,)]

        z = (lambda v: f(v) + abs(v))(1)
    assert sent_names(server) == ["abs", "counter", "scale"]


def test_functions_defined_in_blocks_come_back(server, executor):
    from fake_server import graph_of

    def answer(program):
        graph = graph_of(None)
        graph.files.extend(program.graph.files)
        made = graph.objects[0].function
        made.name, made.qualname, made.line = "made", "made", program.block.line + 2
        made.free.add(name="k", ref=1)
        graph.objects.add().small_int = 5
        return Assigns(made=graph)

    server.answer = answer
    with executor.remotely.downloadAll():

        def made(x):
            return x + k

        k = 5
    assert made(1) == 6


def test_unsendable_variables_are_sent_as_such(server, executor):
    server.answer = lambda program: Assigns()
    stream = open("/dev/null")
    with executor.remotely:
        x = stream
    assert sent_value(server, "stream").WhichOneof("kind") == "unsupported"


@pytest.mark.parametrize("statement", ["return 1", "yield 1"])
def test_jumps_out_of_the_block(server, executor, tmp_path, monkeypatch, statement):
    module = tmp_path / "jumping_module.py"
    module.write_text(f"def f(executor):\n    with executor.remotely:\n        x = 1\n        {statement}\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "jumping_module", raising=False)
    import jumping_module

    with pytest.raises(pyfora.PythonToForaConversionError, match=statement.split()[0]) as caught:
        list(jumping_module.f(executor) or ())
    assert f"{module}:4\n    {statement}\n    {'^' * len(statement)}" in str(caught.value)
    assert caught.value.trace == [{"path": str(module), "line": 4}]


def test_loop_jumps(server, executor):
    for _ in range(1):
        with pytest.raises(pyfora.PythonToForaConversionError, match="break"):
            with executor.remotely:
                break


# ---- what comes back ----


def test_proxies_are_the_default(server, executor):
    server.answer = lambda program: Assigns(x=5)
    with executor.remotely:
        x = 5
    assert isinstance(x, pyfora.RemotePythonObject.ComputedRemotePythonObject)
    assert x.toLocal().result() == 5
    server.answer = lambda program: Assigns(y=6)
    with executor.remotely.remoteAll():
        y = x + 1
    assert sent_value(server, "x").remote == x._id
    assert y.toLocal().result() == 6


def test_download_small(server, executor):
    server.answer = lambda program: Assigns(small=1, large=2, sizes={"small": 10000, "large": 10001})
    with executor.remotely.downloadSmall():
        small, large = 1, 2
    assert small == 1
    assert large.toLocal().result() == 2
    with executor.remotely.downloadSmall(bytecount=20000):
        small, large = 1, 2
    assert large == 2


def test_what_cannot_be_local_stays_a_proxy(server, executor):
    from pyfora.wire import value_pb2

    graph = value_pb2.ObjectGraph()
    graph.objects.add().class_object.qualname = "Made"
    server.answer = lambda program: Assigns(Made=graph, x=1)
    with executor.remotely.downloadAll():

        class Made:
            pass

        x = 1
    assert isinstance(Made, pyfora.RemotePythonObject.RemotePythonObject) and x == 1


class AppError(Exception):
    pass


def test_an_exception_in_the_block(server, executor):
    server.answer = lambda program: Assigns(
        failure=raised(AppError("no"), trace=[(__file__, program.block.line + 2, "")]), x=1
    )
    x = y = 0
    with pytest.raises(pyfora.ComputationError) as caught:
        with executor.remotely.downloadAll():
            x = 1
            raise AppError("no")
            y = 1
    assert (x, y) == (1, 0)
    error = caught.value
    assert type(error.remoteException) is AppError and error.remoteException.args == ("no",)
    assert error.__cause__ is error.remoteException
    assert error.trace == [{"path": __file__, "line": server.last.block.line + 2}]
    assert "AppError: no\nRemote traceback" in str(error)
    assert '    raise AppError("no")' in str(error)


def test_a_block_that_cannot_be_compiled(server, executor):
    failure = program_pb2.Failure(kind=program_pb2.Failure.CONVERSION, message="`del` is not supported")
    failure.trace.add(path=__file__, line=1)
    server.answer = lambda program: Fails(failure)
    with pytest.raises(pyfora.PythonToForaConversionError, match="`del` is not supported"):
        with executor.remotely:
            x = 1


def test_status_callback(server, executor):
    server.answer = lambda program: Assigns(x=1)
    server.delay_s = 0.3
    packages = []
    timer = threading.Timer(
        0.1,
        lambda: server.running_packages({"id": f"job{server._ids}", "state": "running", "elapsed_ms": 100, "cores": 2}),
    )
    timer.start()
    with executor.remotely.downloadAll().withStatusCallback(packages.append):
        x = 1
    timer.join()
    assert x == 1
    assert [package["state"] for package in packages] == ["running", "done"]
    assert packages[0]["cores"] == 2 and packages[0]["elapsed_ms"] == 100
    assert all("result" not in package for package in packages)


def test_a_callback_that_raises_cancels(server, executor):
    server.answer = lambda program: RunsForever()
    threading.Timer(0.1, lambda: server.running_packages({"id": "job1", "state": "running"})).start()
    with pytest.raises(ZeroDivisionError):
        with executor.remotely.withStatusCallback(lambda package: 1 / 0):
            x = 1
    for _ in range(100):
        if server.cancelled:
            break
        threading.Event().wait(0.01)
    assert server.cancelled == ["job1"]


# ---- beside other tracers ----


def test_a_tracer_is_put_back(server, executor):
    server.answer = lambda program: Assigns(x=1)
    events = []

    def tracer(frame, event, argument):
        if frame.f_code.co_name == "traced":
            events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer

    def traced():
        x = 0
        with executor.remotely.downloadAll():
            x = executed.append(1)
        y = x
        return y

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        assert traced() == 1
        assert sys.gettrace() is tracer
    finally:
        sys.settrace(before)
    lines = [line for event, line in events if event == "line"]
    assert lines[0] == 1 and lines[-2:] == [4, 5]
    assert events[-1] == ("return", 5)


def test_inside_of_a_tracer_it_refuses(server, executor):
    server.answer = lambda program: Assigns(x=1)
    caught = []

    def tracer(frame, event, argument):
        try:
            with executor.remotely.downloadAll():
                x = executed.append(1)
        except pyfora.PyforaError as error:
            caught.append(error)

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        (lambda: None)()
    finally:
        sys.settrace(before)
    assert "submit" in str(caught[0])
