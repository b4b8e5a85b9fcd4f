"""A private server: `fora serve` on free loopback ports, for one client process."""

import collections
import os
import pathlib
import queue
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from pyfora import credentials
from pyfora.Exceptions import ConnectionError

_STOP_S = 5.0  # from SIGTERM to SIGKILL
_ARGUMENTS = ("serve", "--http-port", "0", "--registry-port", "0", "--worker-base-port", "0", "--exit-with-parent")


class LocalServer:
    """Starts the server and waits until it accepts work.

    timeout: seconds it may take; None waits indefinitely.
    Errors: ConnectionError, if there is no `fora` binary, or it ends or is not ready in time.
    Invariant: the server ends before this process does, or with it.
    """

    def __init__(self, timeout=30.0):
        binary = find_binary()
        self._pid = os.getpid()
        self._directory = tempfile.mkdtemp(prefix="pyfora-")
        self._log_path = os.path.join(self._directory, "server.log")
        self._data_dir = os.path.join(self._directory, "data")
        os.mkdir(self._data_dir, 0o700)
        self._process = None
        self._lock = threading.Lock()
        self._stopped = False
        news = queue.SimpleQueue()
        # The thread that starts the server lives as long as it: Linux tells a child of the death of the *thread* that
        # made it, and the caller's thread may end at any time.
        threading.Thread(target=self._own, args=(binary, news), name="pyfora-server", daemon=True).start()
        try:
            self.url = self._wait_until_ready(news, binary, timeout)
        except BaseException:
            self.stop()
            raise
        import atexit

        atexit.register(self.stop)

    def connect(self, timeout=30.0):
        """A pyfora.Connection.Connection that stops the server when it is closed."""
        from pyfora.Connection import Connection

        try:
            token = credentials.read_token(os.path.join(self._data_dir, "token"))
        except OSError as error:
            raise ConnectionError(f"the private server left no token in {self._data_dir}: {error.strerror}") from error
        return Connection(self.url, token=token, timeout=timeout, server=self)

    def ended(self):
        """How the server ended, in words; None while it runs."""
        process = self._process
        if process is None:
            return None
        code = process.poll()
        if code is None:
            return None
        if code < 0:
            return f"by signal {signal.Signals(-code).name}" + self._log_tail()
        return f"with exit code {code}" + self._log_tail()

    def stop(self):
        """Stops it and removes its data. Safe to call again; does nothing in a forked child."""
        if os.getpid() != self._pid:
            return
        with self._lock:
            if self._stopped:
                return
            self._stopped = True
            process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(_STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._tail = self._log_tail() if process is not None and process.returncode not in (0, -signal.SIGTERM) else ""
        shutil.rmtree(self._directory, ignore_errors=True)

    def _own(self, binary, news):
        try:
            with open(self._log_path, "wb") as log:
                process = subprocess.Popen(
                    [binary, *_ARGUMENTS, "--data-dir", self._data_dir],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    start_new_session=True,
                )  # Ctrl-C is for the client, which then cancels its job
        except OSError as error:
            news.put(("failed", f"{error.strerror}"))
            return
        with self._lock:
            self._process = process
            stopped = self._stopped
        if stopped:
            process.kill()
        last = collections.deque(maxlen=5)
        for line in process.stdout:
            text = line.decode("utf-8", "replace").strip()
            last.append(text)
            if text.startswith("ready "):
                news.put(("ready", text.split(None, 1)[1]))
        process.wait()
        news.put(("ended", "; ".join(last)))

    def _wait_until_ready(self, news, binary, timeout):
        started = time.monotonic()
        try:
            kind, text = news.get(timeout=timeout)
        except queue.Empty:
            raise ConnectionError(
                f"{binary} was not ready within {timeout:g} s; give connect() a longer timeout" + self._log_tail()
            ) from None
        if kind == "ready":
            return text
        if kind == "failed":
            raise ConnectionError(f"{binary} can't be started: {text}")
        raise ConnectionError(
            f"{binary} ended before it was ready, after {time.monotonic() - started:.1f} s, {self.ended()}"
            + (f": {text}" if text else "")
        )

    def _log_tail(self):
        try:
            with open(self._log_path, "rb") as log:
                log.seek(max(0, os.path.getsize(self._log_path) - 2000))
                lines = log.read().decode("utf-8", "replace").strip().splitlines()[-8:]
        except OSError:
            return getattr(self, "_tail", "")
        return "".join(f"\n  {line}" for line in lines)


def find_binary(environment=os.environ):
    """The path of the `fora` binary: FORA_BINARY, PATH, or the one built in the checkout that holds this package."""
    named = environment.get("FORA_BINARY")
    if named:
        if os.access(named, os.X_OK) and os.path.isfile(named):
            return os.path.abspath(named)
        raise ConnectionError(f"FORA_BINARY is {named!r}, which is not an executable file")
    on_path = shutil.which("fora", path=environment.get("PATH"))
    if on_path:
        return on_path
    built = pathlib.Path(__file__).resolve().parents[2] / "bazel-bin" / "fora"
    if os.access(built, os.X_OK):
        return str(built)
    raise ConnectionError(
        f"there is no `fora` binary to start a private server with: FORA_BINARY is not set, none is on PATH "
        f"and {built} does not exist. Build it with `bazel build -c opt //:fora` and set FORA_BINARY, "
        f"or connect to a running cluster with pyfora.connect('http://HOST:30000')"
    )
