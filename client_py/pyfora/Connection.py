"""The requests of docs/http.md, over kept connections."""

import http.client
import socket
import threading
import time
import urllib.parse

from pyfora import credentials
from pyfora.Exceptions import ConnectionError, PyforaError
from pyfora.wire import program_pb2, value_pb2

_CONNECT_TIMEOUT_S = 10.0
_ANSWER_TIMEOUT_S = 300.0  # an upload or a download of gigabytes is slow, a dead peer is found by TCP keep-alive
_IDLE_MAX_S = 30.0  # the server closes idle connections later than this
_WAIT_MAX_S = 60.0  # the longest long poll that the server grants
_MESSAGE_BYTES_MAX = (1 << 31) - 1  # protobuf's own limit


class RequestFailed(PyforaError):
    """The server answered with an error: `status` (HTTP) and `failure` (program_pb2.Failure or None)."""

    def __init__(self, status, failure, text):
        super().__init__(text)
        self.status = status
        self.failure = failure


class Connection:
    """An open connection to a cluster's manager.

    Thread safety: every method may be called from any thread; each request in flight has a socket of its own.
    Errors: pyfora.ConnectionError if the server can't be reached or goes away, RequestFailed if it refuses.

    url: such as 'http://localhost:30000' or 'https://...'; token: see pyfora.connect.
    timeout: seconds until the server must accept work; None waits indefinitely.
    server: the private pyfora.local_server.LocalServer that this connection owns, or None.
    """

    _stays_local = True  # it is never sent to the cluster

    def __init__(self, url, token=None, timeout=30.0, server=None):
        if not isinstance(url, str):
            raise TypeError(f"the address of a cluster is a str such as 'http://localhost:30000', not {url!r}")
        parts = urllib.parse.urlsplit(url if "//" in url else f"http://{url}")
        try:
            port = parts.port
        except ValueError:
            port = None
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or (port is None and ":" in parts.netloc.rpartition("]")[2])
        ):
            raise ConnectionError(f"{url!r} is not the address of a cluster; one looks like 'http://localhost:30000'")
        self.url = url
        self.tls = parts.scheme == "https"
        self.host = parts.hostname
        self.port = port or (443 if self.tls else 80)
        self.server = server
        self.token, self._token_origin = credentials.find_token(self.host, token)
        self._headers = {"Content-Type": "application/x-protobuf"}
        if self.token is not None:
            self._headers["Authorization"] = f"Bearer {self.token}"
        self._lock = threading.Lock()
        self._idle = []  # (time it was put back, http.client.HTTPConnection), newest last
        self._closed = False
        self._wait_until_ready(timeout)

    # -- what a client asks --

    def status(self):
        """{'version': str, 'workers': int, 'threads': int, 'python': str}"""
        import json

        return json.loads(self._request("GET", "/api/v1/status"))

    def submit(self, program, session_id=None):
        """Queues a program (bytes of program_pb2.Program). Returns the job's id."""
        answer = self._request("POST", "/api/v1/jobs" + _of_session(session_id), program)
        return program_pb2.SubmitResponse.FromString(answer).job_id

    def wait_for_job(self, job_id, wait_s):
        """Waits at most `wait_s` (60 at most). Returns a program_pb2.JobResult, or None if it still runs."""
        wait_s = min(wait_s, _WAIT_MAX_S)
        answer = self._request("GET", f"/api/v1/jobs/{job_id}?wait={wait_s:g}", timeout_s=wait_s + 15.0)
        return program_pb2.JobResult.FromString(answer) if answer is not None else None

    def cancel(self, job_id):
        self._request("DELETE", f"/api/v1/jobs/{job_id}", missing_ok=True)

    def define(self, graph, session_id=None):
        """Makes a value of an object graph (bytes of value_pb2.ObjectGraph). Returns a program_pb2.ValueInfo."""
        answer = self._request("POST", "/api/v1/define" + _of_session(session_id), graph)
        return program_pb2.DefineResponse.FromString(answer).value

    def download(self, value_id, bytes_max=None):
        """Returns the value as a value_pb2.ObjectGraph."""
        query = f"?max_bytes={bytes_max}" if bytes_max is not None else ""
        return value_pb2.ObjectGraph.FromString(self._request("GET", f"/api/v1/values/{value_id}{query}"))

    def release(self, value_id):
        self._request("DELETE", f"/api/v1/values/{value_id}", missing_ok=True)

    def close(self):
        """Closes the sockets, and stops the private server if there is one."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()
        if self.server is not None:
            self.server.stop()

    # -- how --

    def _wait_until_ready(self, timeout):
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            left_s = _CONNECT_TIMEOUT_S if deadline is None else deadline - time.monotonic()
            try:
                self._request("GET", "/healthz", timeout_s=max(0.05, left_s))
                self._request("GET", "/api/v1/status", timeout_s=max(0.05, left_s))
                return
            except RequestFailed as error:
                if error.status != 503:
                    raise ConnectionError(
                        f"{self.url} is not a Fora cluster, or not one that this client can use: {error}"
                    ) from error
                state = "is up but does not accept work"
            except ConnectionError as error:
                cause = error.__cause__
                if not isinstance(cause, TimeoutError):
                    raise
                state = "does not answer"
            if deadline is not None and time.monotonic() >= deadline:
                raise ConnectionError(
                    f"{self.url} {state} after {timeout:g} s; look at the server's log, or give "
                    f"connect() a longer timeout"
                )
            time.sleep(0.05)

    def _request(self, method, path, body=None, timeout_s=None, missing_ok=False):
        """Returns the answer's body, or None for 202 and 204."""
        if body is not None and len(body) > _MESSAGE_BYTES_MAX:
            raise PyforaError(f"the request has {len(body)} bytes; one message holds at most {_MESSAGE_BYTES_MAX}")
        while True:
            connection, used_before = self._take()
            try:
                if connection.sock is None:
                    connection.timeout = min(_CONNECT_TIMEOUT_S, timeout_s or _CONNECT_TIMEOUT_S)
                    connection.connect()
                    _keep_alive(connection.sock)
                connection.sock.settimeout(timeout_s or _ANSWER_TIMEOUT_S)
                connection.request(method, path, body, self._headers)
                response = connection.getresponse()
                answer = response.read()
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                # A kept connection that the server has closed in the meantime says nothing about the server.
                if used_before and not isinstance(error, TimeoutError):
                    continue
                raise self._unreachable(error) from error
            except BaseException:  # KeyboardInterrupt: an answer may still be on its way
                connection.close()
                raise
            break
        if response.will_close:
            connection.close()
        else:
            self._put_back(connection)
        if response.status in (202, 204):
            return None
        if response.status == 200:
            return answer
        if response.status == 404 and missing_ok:
            return None
        raise self._refused(response.status, response.reason, answer)

    def _take(self):
        with self._lock:
            if self._closed:
                raise ConnectionError(f"the connection to {self.url} is closed")
            oldest = time.monotonic() - _IDLE_MAX_S
            while self._idle:
                put_back, connection = self._idle.pop()
                if put_back >= oldest:
                    return connection, True
                connection.close()
        if self.tls:
            return http.client.HTTPSConnection(self.host, self.port), False
        return http.client.HTTPConnection(self.host, self.port), False

    def _put_back(self, connection):
        with self._lock:
            if not self._closed:
                self._idle.append((time.monotonic(), connection))
                return
        connection.close()

    def _unreachable(self, error):
        if self.server is not None and self.server.ended() is not None:
            return ConnectionError(f"the private server ended: {self.server.ended()}")
        if isinstance(error, ConnectionRefusedError):
            return ConnectionError(
                f"nothing listens at {self.url}; start a server with `fora serve`, "
                f"or use pyfora.connect() for a private one"
            )
        if isinstance(error, socket.gaierror):
            return ConnectionError(f"{self.host!r} is not a known host name ({error.strerror}), in {self.url}")
        if isinstance(error, TimeoutError):
            return ConnectionError(f"{self.url} did not answer in time")
        return ConnectionError(f"the connection to {self.url} broke: {error or type(error).__name__}")

    def _refused(self, status, reason, answer):
        if status == 401:
            return ConnectionError(
                f"{self.url} refuses the token from {self._token_origin}; give connect() the content "
                f"of the file `token` in the server's data directory, or set FORA_TOKEN to it"
            )
        failure = None
        try:
            failure = program_pb2.ErrorResponse.FromString(answer).failure
            text = failure.message
        except Exception:  # not one of ours: an HTTP proxy, another program on that port
            text = ""
        if not text:
            failure = None
            text = f"HTTP {status} {reason}: {answer[:200].decode('utf-8', 'replace')}".rstrip(": ")
        return RequestFailed(status, failure, text)


def _of_session(session_id):
    """The query that ties a job and its values to a client's life."""
    return f"?sid={urllib.parse.quote(session_id, safe='')}" if session_id else ""


def _keep_alive(sock):
    """Finds a peer whose machine has vanished within about 40 s. (http.client has set TCP_NODELAY.)"""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (("TCP_KEEPIDLE", 20), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 4)):
        if hasattr(socket, option):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
