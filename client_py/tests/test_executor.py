"""Executors, futures and proxies."""

import concurrent.futures
import copy
import gc
import inspect
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import pyfora
from fake_server import Fails, FakeServer, Returns, RunsForever, echo, raised
from pyfora.wire import program_pb2


def f(*args, **kwargs):
    return args, kwargs


def eventually(condition, timeout_s=5.0):
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.005)


@pytest.fixture(params=["notifications", "polls"])
def way(request, server):
    """Both ways by which a result may come."""
    server.notifies = request.param == "notifications"
    return request.param


# ---- what is public ----


def test_names_of_the_documentation():
    assert pyfora.Executor.Executor and pyfora.Connection.Connection and pyfora.Future.Future
    assert pyfora.WithBlockExecutor.WithBlockExecutor
    assert issubclass(pyfora.RemotePythonObject.DefinedRemotePythonObject, pyfora.RemotePythonObject.RemotePythonObject)
    assert issubclass(
        pyfora.RemotePythonObject.ComputedRemotePythonObject, pyfora.RemotePythonObject.RemotePythonObject
    )
    assert issubclass(pyfora.Future.Future, concurrent.futures.Future)
    for name in (
        "ConnectionError",
        "NotCallableError",
        "ComputationError",
        "PythonToForaConversionError",
        "ForaToPythonConversionError",
        "PyforaNotImplementedError",
        "InvalidPyforaOperation",
        "ResultExceededBytecountThreshold",
    ):
        assert issubclass(getattr(pyfora, name), pyfora.PyforaError)
        assert getattr(pyfora.Exceptions, name) is getattr(pyfora, name)
    assert list(inspect.signature(pyfora.connect).parameters) == ["url", "timeout", "token"]
    assert inspect.signature(pyfora.connect).parameters["timeout"].default == 30.0
    assert list(inspect.signature(pyfora.ComputationError).parameters)[:2] == ["remoteException", "trace"]
    assert list(inspect.signature(pyfora.PythonToForaConversionError).parameters)[:2] == ["message", "trace"]


def test_import_takes_little_with_it():
    """What makes an import slow comes when it is needed. (`tools/bench latency` measures it.)"""
    code = "import sys, pyfora; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    loaded = set(done.stdout.split())
    assert "pyfora" in loaded
    assert loaded.isdisjoint({"google", "numpy", "aiohttp", "asyncio", "requests", "socketio", "ssl"})


# ---- submit and define ----


def test_submit(server, executor, way):
    server.answer = lambda program: Returns(42)
    future = executor.submit(f, 1, "a", key=2.5)
    assert isinstance(future, pyfora.Future.Future)
    proxy = future.result(5)
    assert isinstance(proxy, pyfora.RemotePythonObject.ComputedRemotePythonObject)
    local = proxy.toLocal()
    assert isinstance(local, pyfora.Future.Future)
    assert local.result(5) == 42
    call, graph = server.last.call, server.last.graph
    assert graph.objects[call.callee_ref].function.name == "f"
    assert [graph.objects[ref].WhichOneof("kind") for ref in call.args] == ["small_int", "str"]
    assert [(b.name, graph.objects[b.ref].floating) for b in call.keyword_args] == [("key", 2.5)]


def test_many_at_once(server, executor, way):
    server.answer = echo
    server.delay_s = 0.1
    futures = [executor.submit(f, number) for number in range(100)]
    done, pending = concurrent.futures.wait(futures, timeout=20)
    assert not pending
    locals_ = [future.result().toLocal() for future in futures]
    assert [future.result(5) for future in locals_] == list(range(100))


def test_results_come_by_either_way(server, executor):
    server.notifies = False
    server.answer = lambda program: Returns(1)
    assert executor.submit(f).result(5).toLocal().result(5) == 1
    server.notifies = True
    server.drop_sessions()
    assert executor.submit(f).result(5).toLocal().result(5) == 1


def test_without_any_session(server):
    server.accepts_sessions = False
    server.answer = lambda program: Returns(1)
    with pyfora.connect(server.url, token="secret") as executor:
        assert executor.submit(f).result(5).toLocal().result(5) == 1


def test_the_session_is_made_again(server, executor):
    eventually(lambda: len(server.sessions) == 1)
    server.drop_sessions()
    eventually(lambda: len(server.sessions) == 2)
    assert server.session_auths[-1] == {"token": "secret", "resume": server.sessions[0]}


def test_the_session_outlives_pings(server, executor):
    eventually(lambda: len(server.sessions) == 1)
    time.sleep(3.5)  # the server pings every second and gives up after two
    assert len(server.sessions) == 1 and executor._notifications.session_id


def test_define(server, executor):
    proxy = executor.define([1, (2, "x")]).result(5)
    assert isinstance(proxy, pyfora.RemotePythonObject.DefinedRemotePythonObject)
    assert proxy.toLocal().result(5) == [1, (2, "x")]
    assert executor.define(proxy).result() is proxy


def test_proxies_as_arguments(server, executor):
    server.answer = lambda program: Returns(None)
    proxy = executor.define(5).result(5)
    function = executor.define(f).result(5)
    executor.submit(function, proxy, [proxy, 1], (proxy,), key=proxy).result(5)
    call, objects = server.last.call, server.last.graph.objects
    assert objects[call.callee_ref].remote == function._id
    assert objects[call.args[0]].remote == proxy._id
    assert objects[objects[call.args[1]].list.refs[0]].remote == proxy._id
    assert objects[objects[call.args[2]].tuple.refs[0]].remote == proxy._id
    assert objects[call.keyword_args[0].ref].remote == proxy._id


def test_proxies_as_free_variables(server, executor):
    server.answer = lambda program: Returns(None)
    proxy = executor.define(5).result(5)
    executor.submit(lambda: proxy + 1).result(5)
    objects = server.last.graph.objects
    sent = objects[server.last.call.callee_ref].function
    assert objects[sent.free[0].ref].remote == proxy._id


def test_proxies_belong_to_their_executor(server, executor):
    proxy = executor.define(5).result(5)
    with pyfora.connect(server.url, token="secret") as other:
        with pytest.raises(pyfora.PythonToForaConversionError, match="another executor"):
            other.submit(f, proxy)
    assert copy.deepcopy([proxy])[0] is proxy


def test_futures_are_no_arguments(server, executor):
    server.answer = lambda program: Returns(None)
    with pytest.raises(pyfora.PythonToForaConversionError, match=r"result\(\)"):
        executor.submit(f, executor.submit(f))


def test_values_are_released_with_their_proxies(server, executor, request):
    server.answer = lambda program: Returns(1)
    gc.disable()
    request.addfinalizer(gc.enable)
    proxy = executor.submit(f).result(5)
    value_id = proxy._id
    kept = executor.define(2).result(5)
    del proxy  # without any help of the garbage collector
    eventually(lambda: value_id in server.released)
    server.answer = lambda program: RunsForever()
    future, kept_id = executor.submit(f, kept), kept._id
    eventually(lambda: len(server.programs) == 2)
    del kept
    time.sleep(0.1)
    assert kept_id not in server.released  # the job may still need it
    future.cancel()
    eventually(lambda: kept_id in server.released)


def test_errors_at_once(server, executor):
    with pytest.raises(pyfora.NotCallableError, match="int: 5"):
        executor.submit(5)
    with pytest.raises(pyfora.PythonToForaConversionError, match="argument 2 of f can't be sent.*TextIOWrapper"):
        executor.submit(f, 1, open("/dev/null"))
    with pytest.raises(pyfora.PythonToForaConversionError, match="argument 'key' of f"):
        executor.submit(f, key=[{}])
    with pytest.raises(pyfora.PythonToForaConversionError, match="functools.reduce"):
        import functools

        executor.submit(functools.reduce, f, [])
    assert server.programs == []


def test_executors_stay_here(server, executor):
    with pytest.raises(pyfora.PythonToForaConversionError, match="connection to the cluster"):
        executor.submit(f, executor)
    server.answer = lambda program: Returns(None)
    executor.submit(lambda: executor).result(5)
    objects = server.last.graph.objects
    sent = objects[server.last.call.callee_ref].function
    assert len(objects) == 2 and "connection" in objects[sent.free[0].ref].unsupported.message


def test_what_is_for_later(executor):
    for call in (
        lambda: executor.importS3Dataset("b", "k"),
        lambda: executor.exportS3Dataset(None, "b", "k"),
        lambda: executor.importRemoteFile("/x"),
    ):
        with pytest.raises(pyfora.PyforaNotImplementedError):
            call()


def test_worker_count(executor):
    assert executor.getWorkerCount() == 3


# ---- failures ----


class AppError(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def divide(a, b):
    return a / b


def test_computation_error(server, executor, way):
    line = divide.__code__.co_firstlineno + 1
    server.answer = lambda program: Fails(
        raised(ZeroDivisionError("division by zero"), trace=[(__file__, line, "divide")], cause=raised(AppError(3)))
    )
    error = executor.submit(divide, 1, AppError).exception(5)
    assert type(error) is pyfora.ComputationError
    assert type(error.remoteException) is ZeroDivisionError
    assert error.trace == [{"path": __file__, "line": line}]
    assert error.__cause__ is error.remoteException
    assert type(error.remoteException.__cause__) is AppError and error.remoteException.__cause__.code == 3
    assert str(error) == (
        f"ZeroDivisionError: division by zero\nRemote traceback (most recent call last):\n"
        f'  File "{__file__}", line {line}, in divide\n    return a / b'
    )


def test_an_exception_class_of_the_users(server, executor):
    server.answer = lambda program: Fails(raised(AppError(7)))
    with pytest.raises(pyfora.ComputationError) as caught:
        executor.submit(lambda: AppError).result(5)
    assert type(caught.value.remoteException) is AppError and caught.value.remoteException.code == 7


def test_an_exception_class_that_is_not_here(server, executor):
    failure = raised(AppError(7))
    for message in failure.exception.objects:
        if message.WhichOneof("kind") == "class_object":
            message.class_object.name = message.class_object.qualname = "Elsewhere"
    server.answer = lambda program: Fails(failure)
    error = executor.submit(f).exception(5)
    assert type(error.remoteException).__name__ == "Elsewhere" and isinstance(error.remoteException, ValueError)
    assert str(error).startswith("Elsewhere: code 7")


@pytest.mark.parametrize(
    "kind, expected",
    [
        ("CONVERSION", pyfora.PythonToForaConversionError),
        ("INVALID_OPERATION", pyfora.InvalidPyforaOperation),
        ("NOT_IMPLEMENTED", pyfora.PyforaNotImplementedError),
        ("INTERNAL", pyfora.PyforaError),
        ("TO_PYTHON", pyfora.ForaToPythonConversionError),
        ("TOO_LARGE", pyfora.ResultExceededBytecountThreshold),
    ],
)
def test_every_kind_of_failure(server, executor, kind, expected):
    failure = program_pb2.Failure(kind=program_pb2.Failure.Kind.Value(kind), message="what went wrong")
    failure.trace.add(path=__file__, line=1, function="f")
    server.answer = lambda program: Fails(failure)
    error = executor.submit(f).exception(5)
    assert type(error) is expected
    assert "what went wrong" in str(error) and f"{__file__}:1" in str(error)
    if kind == "CONVERSION":
        assert error.trace == [{"path": __file__, "line": 1}]
        assert '    """Executors, futures and proxies."""\n    ^^^^' in str(error)


def test_a_failure_told_by_the_server_as_cancelled(server, executor):
    server.answer = lambda program: Fails(program_pb2.Failure(kind=program_pb2.Failure.CANCELLED))
    with pytest.raises(concurrent.futures.CancelledError):
        executor.submit(f).result(5)


# ---- cancellation ----


def test_cancel_stops_the_job(server, executor, way):
    server.answer = lambda program: RunsForever()
    future = executor.submit(f)
    eventually(lambda: server.programs)
    assert future.running() and not future.done()
    assert future.cancel() is True
    assert future.cancelled() and future.done()
    with pytest.raises(concurrent.futures.CancelledError):
        future.result()
    eventually(lambda: server.cancelled == ["job1"])
    assert future.cancel() is True
    assert concurrent.futures.wait([future], timeout=1).done == {future}


def test_cancel_at_once(server, executor):
    server.answer = lambda program: RunsForever()
    futures = [executor.submit(f) for _ in range(20)]
    assert all(future.cancel() for future in futures)
    time.sleep(0.3)
    assert len(server.cancelled) == len(server.programs)  # each job was either not sent, or stopped


def test_cancel_what_is_done(server, executor):
    server.answer = lambda program: Returns(1)
    future = executor.submit(f)
    future.result(5)
    assert future.cancel() is False


def test_interrupting_the_wait_cancels(server, executor):
    server.answer = lambda program: RunsForever()
    threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        executor.submit(f).result(10)
    eventually(lambda: server.cancelled == ["job1"])
    threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        with executor.remotely:
            x = 1
    eventually(lambda: server.cancelled == ["job1", "job2"])


def test_timeouts_do_not_cancel(server, executor):
    server.answer = lambda program: Returns(1)
    server.delay_s = 0.3
    future = executor.submit(f)
    with pytest.raises(concurrent.futures.TimeoutError):
        future.result(0.05)
    assert future.result(5)


# ---- closing ----


def test_close(server):
    server.answer = lambda program: RunsForever()
    executor = pyfora.connect(server.url, token="secret")
    future = executor.submit(f)
    eventually(lambda: server.programs)
    assert not executor.isClosed()
    executor.close()
    executor.close()
    assert executor.isClosed()
    with pytest.raises(concurrent.futures.CancelledError):
        future.result(1)
    assert server.cancelled == ["job1"]
    for call in (lambda: executor.submit(f), lambda: executor.define(1), executor.getWorkerCount):
        with pytest.raises(pyfora.ConnectionError, match="closed"):
            call()
    with pytest.raises(pyfora.ConnectionError, match="closed"):
        with executor.remotely:
            x = 1


def test_proxies_outlive_their_executor_harmlessly(server):
    with pyfora.connect(server.url, token="secret") as executor:
        proxy = executor.define(1).result(5)
    with pytest.raises(pyfora.ConnectionError):
        proxy.toLocal()
    del proxy
    gc.collect()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_leaves_its_parents_work_alone(server, executor):
    server.answer = lambda program: RunsForever()
    future, proxy = executor.submit(f), executor.define(1).result(5)
    eventually(lambda: server.programs)
    pid = os.fork()
    if pid == 0:
        try:
            del proxy
            gc.collect()
            executor.submit(f)
        except pyfora.ConnectionError as error:
            executor.close()
            os._exit(0 if "forked" in str(error) else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    time.sleep(0.1)
    assert server.cancelled == [] and server.released == [] and not future.done()
    assert proxy.toLocal().result(5) == 1


def test_two_executors(server):
    other_server = FakeServer(token="other")
    try:
        server.answer, other_server.answer = (lambda program: Returns("one")), (lambda program: Returns("two"))
        with pyfora.connect(server.url, token="secret") as one, pyfora.connect(other_server.url, token="other") as two:
            futures = [executor.submit(f) for executor in (one, two) * 10]
            assert [future.result(5).toLocal().result(5) for future in futures] == ["one", "two"] * 10
    finally:
        other_server.stop()


def test_an_exit_does_not_wait(server, tmp_path):
    """A process that has submitted work which never ends can exit."""
    code = (
        f"import pyfora, sys\ne = pyfora.connect({server.url!r}, token='secret')\n"
        f"def f(): pass\ne.submit(f)\nimport time; time.sleep(0.3)\n"
    )
    server.answer = lambda program: RunsForever()
    script = tmp_path / "script.py"
    script.write_text(code)
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=environment, timeout=20)
    assert done.returncode == 0 and done.stderr == ""
    assert server.cancelled == ["job1"]


# ---- servers that are not there ----


def test_the_server_goes_away_in_mid_job(server, executor, monkeypatch):
    from pyfora import jobs

    monkeypatch.setattr(jobs, "_UNREACHABLE_MAX_S", 0.5)
    server.answer = lambda program: RunsForever()
    future = executor.submit(f)
    eventually(lambda: server.programs)
    time.sleep(0.4)
    server.stop()
    with pytest.raises(pyfora.ConnectionError):
        future.result(10)
    with pytest.raises(pyfora.ConnectionError, match="nothing listens at"):
        executor.submit(f).result(10)
    with pytest.raises(pyfora.ConnectionError):
        with executor.remotely:
            x = 1


def test_the_server_forgets_a_job(server, executor, monkeypatch):
    from pyfora import jobs

    monkeypatch.setattr(jobs, "_POLL_S", 0.3)
    server.answer = lambda program: RunsForever()
    future = executor.submit(f)
    eventually(lambda: server._jobs)
    server._jobs.clear()
    with pytest.raises(pyfora.ConnectionError, match="no longer knows the job"):
        future.result(10)


def test_nothing_listens():
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(pyfora.ConnectionError, match=f"nothing listens at http://localhost:{port}; start .*fora serve"):
        pyfora.connect(f"http://localhost:{port}")


@pytest.mark.parametrize("url", ["", "ftp://x", "http://", "http://host:port", "localhost:99999999"])
def test_bad_addresses(url):
    with pytest.raises(pyfora.ConnectionError, match="is not the address of a cluster"):
        pyfora.connect(url)


def test_unknown_host():
    with pytest.raises(pyfora.ConnectionError, match="not a known host name"):
        pyfora.connect("http://no-such-host.invalid:30000", timeout=5)


def test_wrong_token(server, monkeypatch, tmp_path):
    with pytest.raises(pyfora.ConnectionError, match="refuses the token from the token argument"):
        pyfora.connect(server.url, token="wrong")
    monkeypatch.delenv("FORA_TOKEN", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with pytest.raises(pyfora.ConnectionError, match="FORA_TOKEN .not set. and .*fora/token"):
        pyfora.connect(server.url)


def test_tokens_are_found(server, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("FORA_TOKEN", raising=False)
    (tmp_path / "fora").mkdir()
    (tmp_path / "fora" / "token").write_text("secret\n")
    pyfora.connect(server.url).close()
    monkeypatch.setenv("FORA_TOKEN", "wrong")
    with pytest.raises(pyfora.ConnectionError, match="FORA_TOKEN"):
        pyfora.connect(server.url)
    monkeypatch.setenv("FORA_TOKEN", "secret")
    pyfora.connect(server.url.replace("http://", "")).close()


def test_a_server_that_is_not_ready(server):
    server.ready = False
    with pytest.raises(pyfora.ConnectionError, match="does not accept work after 0.3 s"):
        pyfora.connect(server.url, token="secret", timeout=0.3)
    threading.Timer(0.3, lambda: setattr(server, "ready", True)).start()
    pyfora.connect(server.url, token="secret", timeout=None).close()


def test_a_server_that_does_not_answer():
    import socket

    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        with pytest.raises(pyfora.ConnectionError, match="does not answer after 0.3 s"):
            pyfora.connect(f"http://127.0.0.1:{mute.getsockname()[1]}", timeout=0.3)


def test_another_kind_of_server():
    import http.server

    httpd = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    with pytest.raises(pyfora.ConnectionError, match="is not a Fora cluster.*501"):
        pyfora.connect(f"http://127.0.0.1:{httpd.server_port}")
    httpd.shutdown()
    httpd.server_close()
