"""The main point of interaction with a cluster."""

import os
import sys
import threading
import weakref

from pyfora import failures
from pyfora.Connection import RequestFailed
from pyfora.Exceptions import (
    ConnectionError,
    NotCallableError,
    PyforaError,
    PyforaNotImplementedError,
    PythonToForaConversionError,
)
from pyfora.Future import Future
from pyfora.RemotePythonObject import ComputedRemotePythonObject, DefinedRemotePythonObject, RemotePythonObject
from pyfora.daemon_pool import DaemonPool
from pyfora.definitions import SentDefinitions
from pyfora.jobs import JobBoard
from pyfora.notifications import Notifications
from pyfora.object_decoder import decode
from pyfora.object_encoder import ObjectEncoder
from pyfora.wire import program_pb2

_REQUESTS_MAX = 8  # under way at once


class Executor:
    """Submits computations to a cluster and marshals data to and from the local Python.

    Modelled after concurrent.futures.Executor. What takes time returns a Future. Made by pyfora.connect(); used as a
    context manager it closes itself.

    Thread safety: every method may be called from any thread.

    connection: an open pyfora.Connection.Connection; the executor closes it.
    pureImplementationMappings: not supported yet; must be None.
    """

    _stays_local = True  # it is never sent to the cluster

    def __init__(self, connection, pureImplementationMappings=None):
        if pureImplementationMappings is not None:
            raise PyforaNotImplementedError("pureImplementationMappings aren't supported yet")
        self._connection = connection
        self._definitions = SentDefinitions()
        self._requests = DaemonPool(_REQUESTS_MAX)
        self._jobs = JobBoard(connection, self._requests)
        self._lock = threading.Lock()
        self._futures = weakref.WeakSet()
        self._closed = False
        self._pid = os.getpid()
        self._notifications = Notifications(connection, self._jobs.notified)
        self._jobs.notifications = self._notifications
        import atexit

        atexit.register(_close_if_alive, weakref.ref(self))

    def submit(self, fn, *args, **kwargs):
        """Calls fn(*args, **kwargs) on the cluster; fn and the arguments may be proxies.

        Returns a Future of a RemotePythonObject. If fn raises, the future raises ComputationError.
        Errors, at once: NotCallableError, PythonToForaConversionError for what can't be sent.
        """
        self._check_open()
        if not callable(fn) and not isinstance(fn, RemotePythonObject):
            raise NotCallableError(f"submit() needs something to call, not {type(fn).__name__}: {_brief(fn)}")
        program, encoder = self._new_program()
        call = program.call
        call.SetInParent()
        for position, value in enumerate(args, 1):
            call.args.append(encoder.add(value, strict=True, what=f"argument {position} of {_name(fn)}"))
        for name, value in kwargs.items():
            call.keyword_args.add(
                name=name, ref=encoder.add(value, strict=True, what=f"argument {name!r} of {_name(fn)}")
            )
        call.callee_ref = encoder.add(fn, strict=True, what=_name(fn))
        return self._start(program, encoder, self._value_of)

    def define(self, obj):
        """Uploads an object. Returns a Future of a RemotePythonObject. Errors: as submit()."""
        self._check_open()
        if isinstance(obj, RemotePythonObject):
            future = Future()
            future.set_result(obj)
            return future
        encoder = ObjectEncoder(self._definitions, self)
        encoder.graph.root = encoder.add(obj, strict=True, what="the object")
        graph, keep_alive = _serialized(encoder.graph), encoder.proxies

        def upload():
            info = self._connection.define(graph, self._notifications.last_session_id)
            keep_alive.clear()
            return DefinedRemotePythonObject(info.id, self, info.size_bytes)

        return self._in_background(upload)

    @property
    def remotely(self):
        """A WithBlockExecutor: `with executor.remotely:` runs the block's body on the cluster."""
        from pyfora.WithBlockExecutor import WithBlockExecutor

        return WithBlockExecutor(self)

    def getWorkerCount(self):
        """The number of workers connected to the cluster now."""
        self._check_open()
        return self._answered(self._connection.status)["workers"]

    def importRemoteFile(self, path):
        """Loads the content of a file that every worker can read, as a string."""
        raise PyforaNotImplementedError("importRemoteFile() isn't implemented yet")

    def importS3Dataset(self, bucketname, keyname, verify=True):
        """Makes a proxy of the content of an S3 key."""
        raise PyforaNotImplementedError("importS3Dataset() isn't implemented yet")

    def exportS3Dataset(self, valueAsString, bucketname, keyname):
        """Writes a remote string to S3."""
        raise PyforaNotImplementedError("exportS3Dataset() isn't implemented yet")

    def close(self):
        """Closes the connection, and stops the private server if connect() has started one.

        Futures that are not done are cancelled; proxies can't be used any more. Safe to call again.
        """
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if os.getpid() != self._pid:  # a forked child: the connection is its parent's
                return
            futures = list(self._futures)
        for future in futures:
            future.cancel()
        self._jobs.close()
        if self._connection.server is None:  # a private server takes its jobs and values with it
            self._requests.drain(timeout_s=1.0)
        self._requests.close()
        self._notifications.close()
        self._connection.close()

    def isClosed(self):
        """Whether close() has been called."""
        return self._closed

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    # -- for the package --

    def _run_block(self, program, encoder, on_status):
        """Returns a Future of a program_pb2.BlockResult."""
        return self._start(program, encoder, lambda result: result.block, on_status)

    def _wait_for_session(self, timeout_s):
        return self._notifications.wait(timeout_s)

    def _new_program(self):
        """A program_pb2.Program without an entry, and the ObjectEncoder of its graph."""
        program = program_pb2.Program(python_minor=sys.version_info.minor)
        return program, ObjectEncoder(self._definitions, self, program.graph)

    def _start(self, program, encoder, value_of, on_status=None):
        """Submits the program. Returns a Future of value_of(its JobResult)."""
        job = None
        future = Future(onCancel=lambda: job is not None and self._jobs.cancel(job))

        def end(outcome):
            try:
                if isinstance(outcome, Exception):
                    future._settle(error=self._translated(outcome))
                elif outcome.HasField("failure"):
                    if outcome.failure.kind == program_pb2.Failure.CANCELLED:
                        future._onCancel = None
                        future.cancel()
                    else:
                        future._settle(error=failures.exception_of(outcome.failure, self._definitions))
                else:
                    future._settle(value_of(outcome))
            except Exception as error:
                future._settle(error=error)

        self._track(future)
        future._begin()
        job = self._jobs.submit(_serialized(program), end, on_status, encoder.proxies)
        if future.cancelled():
            self._jobs.cancel(job)
        return future

    def _value_of(self, result):
        return ComputedRemotePythonObject(result.value, self)

    def _download(self, proxy, bytes_max=None, block=None):
        """Returns a Future of the local object. block: see object_decoder.decode."""
        self._check_open()
        return self._in_background(
            lambda: decode(self._connection.download(proxy._id, bytes_max), self._definitions, block)
        )

    def _release(self, value_id):
        """The value is not needed any more. Called from finalizers."""

        def release():
            try:
                self._connection.release(value_id)
            except PyforaError:
                pass  # the server is gone, and its values with it

        if not self._closed and os.getpid() == self._pid:
            self._requests.run(release)

    def _in_background(self, function):
        future = Future()
        self._track(future)
        future._begin()

        def run():
            try:
                result = self._answered(function)
            except Exception as error:
                future._settle(error=error)
            else:
                future._settle(result)

        self._requests.run(run)
        return future

    def _answered(self, request):
        try:
            return request()
        except RequestFailed as error:
            raise self._translated(error) from None

    def _translated(self, error):
        if isinstance(error, RequestFailed) and error.failure is not None:
            return failures.exception_of(error.failure, self._definitions)
        return error

    def _track(self, future):
        with self._lock:
            if self._closed:
                raise ConnectionError("the executor is closed")
            self._futures.add(future)

    def _check_open(self):
        if self._closed:
            raise ConnectionError("the executor is closed; make another one with pyfora.connect()")
        if os.getpid() != self._pid:
            raise ConnectionError(
                "the executor belongs to the process that has forked this one; "
                "make another one here with pyfora.connect()"
            )


def _serialized(message):
    try:
        return message.SerializeToString()
    except Exception as error:  # protobuf's EncodeError, ValueError or MemoryError, by version
        raise PythonToForaConversionError(
            f"the program and its data don't fit into one message of 2 GiB: {error}"
        ) from error


def _name(fn):
    return getattr(fn, "__qualname__", None) or type(fn).__qualname__


def _brief(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _close_if_alive(reference):
    executor = reference()
    if executor is not None:
        executor.close()
