"""The whole way as an engine: the pyfora client, a manager and worker processes of our own on loopback.

Reads file names from standard input and answers like `fora run --batch`, but in any order: all programs that are there
run at once. Needs a Python that has the client. The program's module is imported, as a user's is; its main() is
submitted and runs nowhere but in the cluster.
"""
import argparse
import concurrent.futures
import contextlib
import importlib.util
import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import oracle

READY_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 10.0
PROGRAMS_TOGETHER_MAX = 32
FIRST_PORT, LAST_PORT = 20000, 32000  # below the kernel's range for outgoing connections


class Cluster:
    """A manager without a worker of its own, and `workers` worker processes, as a context manager."""

    def __init__(self, fora, workers, threads=None, cache_dir=None):
        self._cache_dir = cache_dir
        self._fora = shlex.split(fora)
        self._worker_count = workers
        self._threads = ["--threads=%d" % threads] if threads else []
        self._processes = []
        self._folder = None  # data directory of all, so that they share its token
        self._ports = free_ports()
        self.url = None

    def __enter__(self):
        self._folder = tempfile.mkdtemp(prefix="fora-agree-")
        try:
            if self._cache_dir:
                os.symlink(os.path.abspath(self._cache_dir), os.path.join(self._folder, "code"))
            http, registry = next(self._ports), next(self._ports)
            self._serve("manager", ["--manager", "--http-port=%d" % http, "--registry-port=%d" % registry])
            self._wait_for_port(http)
            self._wait_for_port(registry)
            for number in range(self._worker_count):
                self._serve("worker%d" % number, self._threads + [
                    "--worker", "--manager-addr=127.0.0.1:%d" % registry, "--worker-base-port=%d" % next(self._ports)])
            self.url = "http://127.0.0.1:%d" % http
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            try:
                process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def token(self):
        with open(os.path.join(self._folder, "token"), encoding="ascii") as file:
            return file.read().strip()

    def wait_for_workers(self, executor):
        deadline = time.monotonic() + READY_TIMEOUT_S
        while executor.getWorkerCount() < self._worker_count:
            self._check_alive()
            if time.monotonic() > deadline:
                raise RuntimeError("%d of %d workers registered in %g s" % (
                    executor.getWorkerCount(), self._worker_count, READY_TIMEOUT_S))
            time.sleep(0.05)

    def _serve(self, name, flags):
        with open(os.path.join(self._folder, name + ".log"), "wb") as log:
            self._processes.append(subprocess.Popen(
                self._fora + ["serve", "--data-dir=" + self._folder, "--exit-with-parent"] + flags,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT))

    def _wait_for_port(self, port):
        deadline = time.monotonic() + READY_TIMEOUT_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                self._check_alive()
                if time.monotonic() > deadline:
                    raise RuntimeError("nothing listens on port %d after %g s" % (port, READY_TIMEOUT_S)) from None
                time.sleep(0.02)

    def _check_alive(self):
        for process in self._processes:
            if process.poll() is not None:
                raise RuntimeError("%s ended with code %d: %s" % (
                    " ".join(process.args), process.returncode, self.log_tail()))

    def log_tail(self, size=1000):
        tails = []
        for name in sorted(os.listdir(self._folder)):
            if name.endswith(".log"):
                with open(os.path.join(self._folder, name), encoding="utf-8", errors="replace") as log:
                    tails.append("%s: %s" % (name, log.read()[-size:]))
        return "\n".join(tails)


def free_ports():
    """Yields ports whose successor is free too. Someone else may take one first; then the process says so."""
    start = FIRST_PORT + os.getpid() * 16 % (LAST_PORT - FIRST_PORT)
    for offset in range(0, LAST_PORT - FIRST_PORT, 2):
        port = FIRST_PORT + (start - FIRST_PORT + offset) % (LAST_PORT - FIRST_PORT)
        with contextlib.ExitStack() as sockets:
            try:
                for candidate in (port, port + 1):
                    sockets.enter_context(socket.socket()).bind(("127.0.0.1", candidate))
            except OSError:
                continue
        yield port


def load(path):
    """The program as a module named __main__, as if it were the script: messages may name it."""
    spec = importlib.util.spec_from_file_location("__main__", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["__main__"] = module
    spec.loader.exec_module(module)
    return module


def submit(executor, path):
    """The future of the program's main(), or the outcome if there is none."""
    try:
        module = load(path)
    except Exception as error:  # the module's own body fails in the client, before anything is submitted
        return oracle.exception_outcome(error, os.path.abspath(path))
    return executor.submit(module.main)


def outcome_of(pyfora, future, path):
    try:
        return {"value": repr(future.result().toLocal().result())}
    except pyfora.PythonToForaConversionError as error:
        return {"unsupported": str(error), "line": (lines_of(error, path) or [None])[-1]}
    except pyfora.InvalidPyforaOperation as error:
        return {"invalid": str(error)}
    except pyfora.ComputationError as error:
        remote = error.remoteException
        return {"exception": type(remote).__name__, "message": str(remote), "lines": lines_of(error, path)}


def lines_of(error, path):
    real = os.path.realpath(path)
    return [frame["line"] for frame in error.trace or [] if os.path.realpath(frame["path"]) == real]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fora", required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--cache-dir", default=None, help="where the workers keep compiled code")
    options = parser.parse_args()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    import pyfora
    with Cluster(options.fora, options.workers, options.threads, options.cache_dir) as cluster, \
            contextlib.closing(pyfora.connect(cluster.url, token=cluster.token())) as executor, \
            concurrent.futures.ThreadPoolExecutor(PROGRAMS_TOGETHER_MAX) as waiting:
        cluster.wait_for_workers(executor)
        lock = threading.Lock()

        def answer(path, given):
            try:
                result = given if isinstance(given, dict) else outcome_of(pyfora, given, path)
            except Exception as error:  # whatever else the client raises is a failure of the system, not an outcome
                print("%s: %s\n%s" % (path, error, cluster.log_tail()), file=sys.stderr, flush=True)
                answers.close()  # the end of the answers says that there will be no more
                signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
                return
            with lock:
                answers.write(json.dumps({"file": path, **result}) + "\n")
                answers.flush()

        for line in sys.stdin:
            path = line.rstrip("\n")
            waiting.submit(answer, path, submit(executor, path))


if __name__ == "__main__":
    main()
