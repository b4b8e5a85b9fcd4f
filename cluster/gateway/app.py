"""The HTTP interface of docs/http.md: routes, access, limits, and what is answered to malformed requests."""

import asyncio
import hmac
import logging
import socket

import _fora
import socketio
from aiohttp import web
from google.protobuf.message import DecodeError

from fora_gateway import jobs, program, syntax
from fora_gateway.wire import program_pb2, value_pb2

BODY_BYTES_MAX = 1 << 30
INLINE_BYTES_MAX = 256 << 10    # larger bodies are decoded on another thread
WAIT_MAX_S = 60.0
SHUTDOWN_S = 0.3
PROTOBUF = "application/x-protobuf"
STATUS_OF = {"NOT_FOUND": 404, "RESOURCE_EXHAUSTED": 413, "FAILED_PRECONDITION": 422, "UNAVAILABLE": 503}
KIND_OF = {413: program_pb2.Failure.TOO_LARGE, 422: program_pb2.Failure.TO_PYTHON}


class Refusal(Exception):
    """An answer that is an error: an HTTP status and a program_pb2.Failure."""

    def __init__(self, status, message, kind=program_pb2.Failure.INTERNAL):
        super().__init__(message)
        self.status = status
        self.failure = program_pb2.Failure(kind=kind, message=message)


def _conversion_refusal(error):
    refusal = Refusal(422, error.message, program_pb2.Failure.CONVERSION)
    if error.line or error.path:
        frame = refusal.failure.trace.add(path=error.path, line=error.line)
        frame.column, frame.end_column = error.column, error.column + 1
    return refusal


def _message(message):
    return web.Response(body=message.SerializeToString(), content_type=PROTOBUF)


class App:
    def __init__(self, token, version):
        self._token = token.encode()
        self._version = version
        self._syntax = program.Syntax()
        self._decoding = asyncio.Lock()   # one thread at a time fills in syntax
        self.sio = socketio.AsyncServer(async_mode="aiohttp", max_http_buffer_size=1 << 16, ping_interval=10,
                                        ping_timeout=15, logger=False, engineio_logger=False)
        self.board = jobs.JobBoard(self._notify)
        self.web = web.Application(client_max_size=BODY_BYTES_MAX, middlewares=[self._answer_errors])
        self.web.add_routes([
            web.get("/healthz", self._healthz),
            web.get("/api/v1/status", self._status),
            web.post("/api/v1/define", self._define),
            web.post("/api/v1/jobs", self._submit),
            web.get("/api/v1/jobs/{id}", self._wait),
            web.delete("/api/v1/jobs/{id}", self._cancel),
            web.get("/api/v1/values/{id}", self._download),
            web.delete("/api/v1/values/{id}", self._release),
        ])
        self.sio.attach(self.web)
        self.sio.on("connect", self._connect)
        self.sio.on("disconnect", self._disconnect)

    # -- access and errors --

    @web.middleware
    async def _answer_errors(self, request, handler):
        try:
            open_to_all = request.path == "/healthz" or request.path.startswith("/socket.io")
            if not open_to_all and not self._is_allowed(request.headers.get("Authorization", "")):
                raise Refusal(401, "the token is missing or wrong")
            return await handler(request)
        except Refusal as refusal:
            body = program_pb2.ErrorResponse(failure=refusal.failure).SerializeToString()
            return web.Response(status=refusal.status, body=body, content_type=PROTOBUF)
        except web.HTTPException as error:
            if error.status < 400 or request.path.startswith("/socket.io"):
                raise
            message = {404: "there is no such path", 405: f"{request.method} is not possible here",
                       413: f"the body is larger than {BODY_BYTES_MAX} bytes"}.get(error.status, error.reason)
            body = program_pb2.ErrorResponse(failure=Refusal(error.status, message).failure).SerializeToString()
            return web.Response(status=error.status, body=body, content_type=PROTOBUF)
        except (asyncio.CancelledError, ConnectionError):
            raise
        except Exception:
            if request.path.startswith("/socket.io"):   # what engine.io can't make sense of
                return web.Response(status=400, text="malformed")
            logging.getLogger("fora").exception("%s %s", request.method, request.path)
            body = program_pb2.ErrorResponse(failure=Refusal(500, "an error in the gateway; its log says more").failure)
            return web.Response(status=500, body=body.SerializeToString(), content_type=PROTOBUF)

    def _is_allowed(self, authorization):
        if not self._token:
            return True
        kind, _, token = authorization.partition(" ")
        return kind == "Bearer" and self._is_token(token)

    def _is_token(self, token):
        return not self._token or hmac.compare_digest(token.encode("utf-8", "surrogatepass"), self._token)

    # -- socket.io --

    async def _connect(self, sid, environ, auth=None):
        token = auth.get("token") if isinstance(auth, dict) else None
        if self._token and not (isinstance(token, str) and self._is_token(token)):
            raise socketio.exceptions.ConnectionRefusedError("the token is missing or wrong")
        resumes = auth.get("resume") if isinstance(auth, dict) else None
        self.board.session_opened(sid, resumes if isinstance(resumes, str) else None)

    async def _disconnect(self, sid):
        self.board.session_closed(sid)

    async def _notify(self, sid, package):
        await self.sio.emit("job", package, to=sid)

    # -- requests --

    async def _healthz(self, request):
        workers, _, _ = _fora.status()
        return web.Response(text="ok") if workers else web.Response(status=503, text="no worker is connected yet")

    async def _status(self, request):
        workers, threads, pieces_done = _fora.status()
        return web.json_response({"version": self._version, "workers": workers, "threads": threads,
                                  "pieces_done": pieces_done, "python": "3.11"})

    async def _define(self, request):
        graph = await self._parse(request, value_pb2.ObjectGraph)
        definition, remote = await self._run(graph.ByteSize(), self._prepare, program.define_program(graph))
        job = self._start(definition, remote, request.query.get("sid"))
        result = await job.result
        outcome = program_pb2.JobResult.FromString(result)
        failure = outcome.failure if outcome.HasField("failure") else outcome.block.failure
        if not outcome.block.values:
            refusal = Refusal(422, failure.message)
            refusal.failure = failure
            raise refusal
        return _message(program_pb2.DefineResponse(value=outcome.block.values[0].value))

    async def _submit(self, request):
        message = await self._parse(request, program_pb2.Program)
        prepared, remote = await self._run(message.ByteSize(), self._prepare, message)
        job = self._start(prepared, remote, request.query.get("sid"))
        return _message(program_pb2.SubmitResponse(job_id=job.id))

    async def _wait(self, request):
        job = self._job(request)
        try:
            wait_s = min(float(request.query.get("wait", "0")), WAIT_MAX_S)
        except ValueError:
            raise Refusal(400, "wait is not a number") from None
        if not job.result.done() and wait_s > 0:
            await asyncio.wait([job.result], timeout=wait_s)
        if not job.result.done():
            return web.Response(status=202)
        return web.Response(body=job.result.result(), content_type=PROTOBUF)

    async def _cancel(self, request):
        self.board.cancel(self._job(request))
        return web.Response(status=204)

    async def _download(self, request):
        try:
            bytes_max = int(request.query.get("max_bytes", "0"))
            if not 0 <= bytes_max < 1 << 63:
                raise ValueError
        except ValueError:
            raise Refusal(400, "max_bytes is not a number of bytes") from None
        if "max_bytes" in request.query and bytes_max == 0:
            raise Refusal(413, "the value has more than 0 bytes", program_pb2.Failure.TOO_LARGE)
        code, payload = await self.board.fetch(request.match_info["id"], bytes_max)
        if code != "OK":
            status = STATUS_OF.get(code, 500)
            raise Refusal(status, payload, KIND_OF.get(status, program_pb2.Failure.INTERNAL))
        return web.Response(body=payload, content_type=PROTOBUF)

    async def _release(self, request):
        self.board.release([request.match_info["id"]])
        return web.Response(status=204)

    # -- parts of them --

    async def _parse(self, request, kind):
        body = await request.read()
        try:
            return await self._run(len(body), kind.FromString, body)
        except DecodeError:
            raise Refusal(400, f"the body is not a {kind.DESCRIPTOR.name} message") from None

    async def _run(self, size, function, argument):
        if size <= INLINE_BYTES_MAX and not self._decoding.locked():
            return function(argument)
        async with self._decoding:
            return await asyncio.get_running_loop().run_in_executor(None, function, argument)

    def _prepare(self, message):
        """(serialised program with its syntax, ids of the remote values that it needs)"""
        try:
            self._syntax.fill(message)
            serialised = message.SerializeToString()
        except syntax.ConversionError as error:
            raise _conversion_refusal(error) from None
        except ValueError as error:
            raise Refusal(400, str(error)) from None
        except RecursionError:
            raise Refusal(400, "the message is nested too deeply") from None
        error, remote = _fora.inspect(serialised)
        if error is not None:
            raise Refusal(400, error)
        return serialised, remote

    def _start(self, serialised, remote, sid):
        job_id, error = _fora.submit(serialised, remote)
        if error is not None:
            raise Refusal(429, error)
        return self.board.add(job_id, sid)

    def _job(self, request):
        job = self.board.find(request.match_info["id"])
        if job is None:
            raise Refusal(404, "there is no such job")
        return job


async def _serve(listening_socket, token, version, ready):
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    app = App(token, version)

    def take_events():
        for event in _fora.take_events():
            if event[0] == "stop":
                stopped.set()
            else:
                app.board.take(event)

    loop.add_reader(_fora.wakeup_fd(), take_events)
    runner = web.AppRunner(app.web, access_log=None, handle_signals=False)
    await runner.setup()
    await web.SockSite(runner, socket.socket(fileno=listening_socket), shutdown_timeout=SHUTDOWN_S).start()
    ticker = loop.create_task(app.board.keep_telling())
    ready()
    await stopped.wait()
    ticker.cancel()
    loop.remove_reader(_fora.wakeup_fd())
    try:
        await asyncio.wait_for(runner.cleanup(), 2 * SHUTDOWN_S)
    except asyncio.TimeoutError:
        pass


def serve(listening_socket, token, version, ready):
    """Serves until a "stop" event comes. Calls ready() when requests are answered."""
    logging.basicConfig(format="fora: %(name)s: %(message)s", level=logging.ERROR)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(_serve(listening_socket, token, version, ready))
