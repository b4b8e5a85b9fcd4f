"""Engines: processes that read names of program files and answer each with one JSON line.

CPython (oracle.py), `fora run --batch`, the client path (client_path.py) and the fake (fake_fora.py) all are engines.
"""
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
STDERR_TAIL_BYTES = 2000

# How many threads chaos mode runs with, whatever the machine has: interleavings, not speed.
CHAOS_THREADS = 4


class CannotStart(Exception):
    """The engine's program can't be executed at all."""


class Engine:
    """One engine process, started when first needed and again after a crash or a hang.

    Not thread-safe. An outcome is the answer without "file", or one of ours:
        {"crash": how, "stderr": tail}  the process died while it ran the program
        {"hang": seconds}               no answer in time; the process was killed
        {"garbage": line}               something that is not an answer to this program
    """

    def __init__(self, command, timeout_s=20.0, start_timeout_s=20.0):
        self.command = command
        self.timeout_s = timeout_s
        self.start_timeout_s = start_timeout_s
        self._process = None
        self._stderr = None
        self._buffer = b""
        self._answered = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def run(self, path):
        outcome = self._run_once(path)
        if "crash" in outcome and outcome.pop("answered_before"):
            # Was it this program, or damage that an earlier one left? A fresh process tells.
            alone = self._run_once(path)
            if "crash" not in alone:
                outcome["note"] = "not when run alone: suspect the programs before it in the batch"
            alone.pop("answered_before", None)
        return outcome

    def _run_once(self, path):
        fresh = self._process is None
        if fresh:
            self._start()
        deadline = time.monotonic() + self.timeout_s + (self.start_timeout_s if fresh else 0)
        try:
            self._process.stdin.write(path.encode() + b"\n")
            self._process.stdin.flush()
        except (BrokenPipeError, ConnectionResetError):
            return self._crashed()
        line = self._read_line(deadline)
        if line is None:
            self._kill()
            return {"hang": self.timeout_s}
        if not line.endswith(b"\n"):
            return self._crashed()
        self._answered += 1
        try:
            answer = json.loads(line)
            if answer.pop("file") != path:
                raise ValueError
        except (ValueError, KeyError, AttributeError, TypeError):
            self._kill()
            return {"garbage": line.decode(errors="replace").rstrip("\n")}
        return answer

    def close(self):
        """Lets the process finish by itself; kills it if it does not."""
        if self._process is None:
            return
        try:
            self._process.stdin.close()
            self._process.wait(timeout=10)
        except (BrokenPipeError, subprocess.TimeoutExpired):
            pass
        self._kill()

    def _start(self):
        self._stderr = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr)
        except OSError as error:
            raise CannotStart("cannot run %s: %s" % (self.command[0], error.strerror)) from error
        self._buffer = b""
        self._answered = 0

    def _read_line(self, deadline):
        """One line with its newline; without one at the end of the output; None if the deadline passes first."""
        descriptor = self._process.stdout.fileno()
        while b"\n" not in self._buffer:
            remaining_s = deadline - time.monotonic()
            if remaining_s <= 0 or not select.select([descriptor], [], [], remaining_s)[0]:
                return None
            chunk = os.read(descriptor, 1 << 16)
            if not chunk:
                return self._buffer
            self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line + b"\n"

    def _crashed(self):
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = None
        self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, self._stderr.tell() - STDERR_TAIL_BYTES))
        tail = self._stderr.read().decode(errors="replace").strip()
        outcome = {"crash": describe_exit(code), "stderr": tail, "answered_before": self._answered}
        self._kill()
        return outcome

    def _kill(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._stderr):
            try:
                stream.close()
            except BrokenPipeError:
                pass
        self._process = None


def describe_exit(code):
    if code is None:
        return "closed its output and went on running"
    if code >= 0:
        return "exited with code %d" % code
    try:
        return "killed by %s" % signal.Signals(-code).name
    except ValueError:
        return "killed by signal %d" % -code


def oracle_command():
    return [sys.executable, "-W", "ignore", os.path.join(HERE, "oracle.py")]


def fora_command(fora, mode, threads=None):
    """The command line of a mode, without --batch: "interpret", "jit", "auto" or "chaos=SEED"."""
    name, _, seed = mode.partition("=")
    command = fora + ["run"]
    if name == "chaos":
        command += ["--tier=auto", "--chaos=" + seed]
        threads = threads or CHAOS_THREADS
    else:
        command += ["--tier=" + name]
    return command + (["--threads=%d" % threads] if threads else [])


def parse_modes(text):
    """"interpret,chaos:3" -> ["interpret", "chaos=1", "chaos=2", "chaos=3"]."""
    modes = []
    for word in text.split(","):
        name, colon, count = word.partition(":")
        if name in ("interpret", "jit", "auto") and not colon:
            modes.append(name)
        elif name == "chaos" and count.isdigit():
            modes += ["chaos=%d" % seed for seed in range(1, int(count) + 1)]
        elif word.startswith("chaos=") and word[6:].isdigit():
            modes.append(word)
        else:
            raise ValueError("unknown mode %r: interpret, jit, auto, chaos:COUNT or chaos=SEED" % word)
    return modes
