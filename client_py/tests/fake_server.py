"""A server that speaks docs/http.md and executes nothing: it records what it is sent and answers what it is told to.

HTTP is aiohttp, notifications are python-socketio, as in the real gateway, so the client's own HTTP, WebSocket and
socket.io code is held to them.
"""

import asyncio
import base64
import threading

import socketio
from aiohttp import web

from pyfora.definitions import SentDefinitions
from pyfora.object_encoder import ObjectEncoder
from pyfora.wire import program_pb2, value_pb2

PROTOBUF = "application/x-protobuf"


def graph_of(value):
    encoder = ObjectEncoder(SentDefinitions())
    encoder.graph.root = encoder.add(value)
    return encoder.graph


class Returns:
    """The call returns this value (a Python object or an ObjectGraph)."""

    def __init__(self, value, size_bytes=8):
        self.graph = value if isinstance(value, value_pb2.ObjectGraph) else graph_of(value)
        self.size_bytes = size_bytes


class Assigns:
    """The block assigns these variables, and then fails if `failure` is given."""

    def __init__(self, failure=None, sizes=None, **values):
        self.values = values
        self.failure = failure
        self.sizes = sizes or {}


class Fails:
    def __init__(self, failure):
        self.failure = failure


class RunsForever:
    """Ends only when it is cancelled."""


def raised(error, message="", trace=(), cause=None):
    """A Failure of kind EXCEPTION. trace: [(path, line, function), ...]."""
    failure = program_pb2.Failure(kind=program_pb2.Failure.EXCEPTION, message=message, exception=graph_of(error))
    for path, line, function in trace:
        failure.trace.add(path=path, line=line, function=function)
    if cause is not None:
        failure.cause.CopyFrom(cause)
    return failure


def echo(program):
    """Answers a call with its first argument, by way of the wire in both directions."""
    graph = value_pb2.ObjectGraph()
    graph.CopyFrom(program.graph)
    graph.root = program.call.args[0]
    return Returns(graph)


def echo_callee(program):
    graph = value_pb2.ObjectGraph()
    graph.CopyFrom(program.graph)
    graph.root = program.call.callee_ref
    return Returns(graph)


class FakeServer:
    """answer(program) gives the outcome of each program; the attributes below may be changed at any time."""

    def __init__(self, token="secret"):
        self.token = token
        self.answer = lambda program: Returns(None)
        self.notifies = True  # tells results by socket.io
        self.accepts_sessions = True  # accepts socket.io connections
        self.ready = True  # /healthz
        self.delay_s = 0.0  # a job's running time
        self.programs = []
        self.requests = []  # "METHOD path"
        self.sessions = []  # sids, as they connected
        self.session_auths = []
        self.cancelled = []
        self.released = []
        self.values = {}  # id -> (ObjectGraph, size_bytes)
        self._jobs = {}  # id -> asyncio.Future of JobResult
        self._ids = 0
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._started.wait(10)

    def stop(self):
        """Closes every connection at once, as a killed server does."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopped.set)
            self._thread.join(10)

    def running_packages(self, package):
        """Emits a `job` notification to all sessions."""
        asyncio.run_coroutine_threadsafe(self._sio.emit("job", package), self._loop).result(5)

    def drop_sessions(self):
        async def drop():
            for sid in list(self.sessions):
                await self._sio.disconnect(sid)

        asyncio.run_coroutine_threadsafe(drop(), self._loop).result(5)

    @property
    def last(self):
        return self.programs[-1]

    def _run(self):
        asyncio.run(self._main())

    async def _main(self):
        self._loop = asyncio.get_running_loop()
        self._stopped = asyncio.Event()
        app = web.Application(client_max_size=1 << 31)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/api/v1/status", self._status)
        app.router.add_post("/api/v1/define", self._define)
        app.router.add_post("/api/v1/jobs", self._submit)
        app.router.add_get("/api/v1/jobs/{id}", self._wait)
        app.router.add_delete("/api/v1/jobs/{id}", self._cancel)
        app.router.add_get("/api/v1/values/{id}", self._download)
        app.router.add_delete("/api/v1/values/{id}", self._release)
        app.middlewares.append(self._middleware)
        self._sio = socketio.AsyncServer(
            async_mode="aiohttp", cors_allowed_origins="*", ping_interval=1, ping_timeout=2
        )
        self._sio.attach(app)
        self._sio.on("connect", self._connect)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._started.set()
        await self._stopped.wait()
        for future in self._jobs.values():
            future.cancel()
        await self._sio.shutdown()
        await runner.cleanup()

    async def _connect(self, sid, environ, auth):
        self.session_auths.append(auth)
        if not self.accepts_sessions or not auth or auth.get("token") != self.token:
            raise socketio.exceptions.ConnectionRefusedError("no")
        self.sessions.append(sid)

    @web.middleware
    async def _middleware(self, request, handler):
        if not request.path.startswith("/socket.io"):
            self.requests.append(f"{request.method} {request.path}")
            if request.path != "/healthz" and request.headers.get("Authorization") != f"Bearer {self.token}":
                return self._error(401, program_pb2.Failure(message="no token"))
        return await handler(request)

    def _error(self, status, failure):
        body = program_pb2.ErrorResponse(failure=failure).SerializeToString()
        return web.Response(status=status, body=body, content_type=PROTOBUF)

    def _message(self, message):
        return web.Response(body=message.SerializeToString(), content_type=PROTOBUF)

    async def _healthz(self, request):
        return web.Response(text="ok") if self.ready else web.Response(status=503)

    async def _status(self, request):
        return web.json_response({"version": "fake", "workers": 3, "threads": 6, "python": "3.11"})

    def _new_id(self, kind):
        self._ids += 1
        return f"{kind}{self._ids}"

    def _new_value(self, graph, size_bytes=8):
        value_id = self._new_id("value")
        self.values[value_id] = (graph, size_bytes)
        return program_pb2.ValueInfo(id=value_id, size_bytes=size_bytes)

    async def _define(self, request):
        graph = value_pb2.ObjectGraph.FromString(await request.read())
        return self._message(program_pb2.DefineResponse(value=self._new_value(graph)))

    async def _submit(self, request):
        program = program_pb2.Program.FromString(await request.read())
        self.programs.append(program)
        outcome = self.answer(program)
        if isinstance(outcome, Fails) and outcome.failure.kind == program_pb2.Failure.CONVERSION:
            return self._error(422, outcome.failure)
        job_id = self._new_id("job")
        self._jobs[job_id] = self._loop.create_future()
        asyncio.ensure_future(self._finish(job_id, outcome, request.query.get("sid")))
        return self._message(program_pb2.SubmitResponse(job_id=job_id))

    async def _finish(self, job_id, outcome, sid):
        if self.delay_s:
            await asyncio.sleep(self.delay_s)
        result = program_pb2.JobResult(job_id=job_id)
        if isinstance(outcome, RunsForever):
            return
        if isinstance(outcome, Returns):
            result.value.CopyFrom(self._new_value(outcome.graph, outcome.size_bytes))
        elif isinstance(outcome, Fails):
            result.failure.CopyFrom(outcome.failure)
        else:
            result.block.SetInParent()
            for name, value in outcome.values.items():
                graph = value if isinstance(value, value_pb2.ObjectGraph) else graph_of(value)
                result.block.values.add(name=name, value=self._new_value(graph, outcome.sizes.get(name, 8)))
            if outcome.failure is not None:
                result.block.failure.CopyFrom(outcome.failure)
        if not self._jobs[job_id].done():
            self._jobs[job_id].set_result(result)
        if sid and self.notifies:
            await self._sio.emit(
                "job",
                {
                    "id": job_id,
                    "state": "done",
                    "elapsed_ms": 1,
                    "cores": 2,
                    "result": base64.b64encode(result.SerializeToString()).decode(),
                },
                to=sid,
            )

    async def _wait(self, request):
        future = self._jobs.get(request.match_info["id"])
        if future is None:
            return self._error(404, program_pb2.Failure(message="no such job"))
        try:
            result = await asyncio.wait_for(asyncio.shield(future), float(request.query.get("wait", 0)))
        except asyncio.TimeoutError:
            return web.Response(status=202)
        return self._message(result)

    async def _cancel(self, request):
        job_id = request.match_info["id"]
        self.cancelled.append(job_id)
        future = self._jobs.get(job_id)
        if future is not None and not future.done():
            failure = program_pb2.Failure(kind=program_pb2.Failure.CANCELLED, message="cancelled")
            future.set_result(program_pb2.JobResult(job_id=job_id, failure=failure))
        return web.Response(status=204)

    async def _download(self, request):
        found = self.values.get(request.match_info["id"])
        if found is None:
            return self._error(404, program_pb2.Failure(kind=program_pb2.Failure.INTERNAL, message="no such value"))
        graph, size_bytes = found
        if size_bytes > int(request.query.get("max_bytes", 1 << 62)):
            return self._error(
                413, program_pb2.Failure(kind=program_pb2.Failure.TOO_LARGE, message=f"{size_bytes} bytes")
            )
        return self._message(graph)

    async def _release(self, request):
        self.released.append(request.match_info["id"])
        return web.Response(status=204)


if __name__ == "__main__":  # for tests that run the client in a process of its own: prints its address, answers by rote
    import json
    import sys

    server = FakeServer()
    rote = json.loads(sys.argv[1])
    server.answer = lambda program: Assigns(**rote)
    print(server.url, flush=True)
    sys.stdin.read()
