"""`fora serve` processes for tests: started with free ports, and gone when the test is over."""
import http.client
import os
import pathlib
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORA = os.environ.get("FORA_BINARY") or str(ROOT / "bazel-bin" / "fora")
READY_S = 30.0


class Process:
    """One `fora serve`. `ready`: the address of its ready line."""

    def __init__(self, *flags, data_dir=None, environment=None):
        self._folder = tempfile.TemporaryDirectory(prefix="fora-test-")
        self.data_dir = data_dir or os.path.join(self._folder.name, "data")
        self.log_path = os.path.join(self._folder.name, "log")
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen([FORA, "serve", "--data-dir", self.data_dir, *flags], stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=subprocess.STDOUT, env=environment)
        self.ready = self._wait_until_ready()

    @property
    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def _wait_until_ready(self):
        deadline = time.monotonic() + READY_S
        while time.monotonic() < deadline and self.process.poll() is None:
            for line in self.log.splitlines():
                if line.startswith("ready "):
                    return line.split()[-1].removeprefix("http://")
            time.sleep(0.01)
        self.stop()
        raise RuntimeError("not ready: " + self.log)

    @property
    def token(self):
        with open(os.path.join(self.data_dir, "token"), encoding="ascii") as file:
            return file.read().strip()

    def rss_mb(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmRSS"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        """SIGTERM; returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(10)
        finally:
            self.process.kill()

    def request(self, method, path, body=None, headers=None, token=True, timeout=30):
        """(status, body bytes)"""
        host, port = self.ready.rsplit(":", 1)
        connection = http.client.HTTPConnection(host, int(port), timeout=timeout)
        sent = {"Authorization": f"Bearer {self.token}"} if token else {}
        try:
            connection.request(method, path, body, {**sent, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def whole(*flags):
    """A manager and a worker in one process."""
    return Process("--http-port=0", "--registry-port=0", "--worker-base-port=0", *flags)
