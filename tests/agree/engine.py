"""Engines: processes that read names of program files and answer each with one JSON line.

CPython (oracle.py), `fora run --batch`, the client path (client_path.py) and the fake (fake_fora.py) all are engines.
"""
import json
import os
import re
import select
import shlex
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

# The client path needs a Python that has the client. Its cluster serves many programs at a time.
CLIENT_PYTHON = os.path.join(ROOT, ".venv", "bin", "python")
CLIENT_PROGRAMS_TOGETHER = 8


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

    def run_together(self, paths):
        """Outcomes by path. The process has all programs at once and answers in any order."""
        outcomes, wrong = self._run_together_once(paths) if len(paths) > 1 else ({}, None)
        alone = {path: self.run(path) for path in paths if path not in outcomes}
        if wrong and not any(kind in outcome for outcome in alone.values() for kind in ("crash", "hang", "garbage")):
            alone = {path: {**wrong, "note": "not when run alone: suspect those that ran with it"} for path in alone}
        return {**outcomes, **alone}

    def _run_together_once(self, paths):
        """(outcomes by path until one is missing, what was wrong then or None)."""
        deadline = self._begin()
        outcomes = {}
        try:
            self._process.stdin.write("".join(path + "\n" for path in paths).encode())
            self._process.stdin.flush()
        except (BrokenPipeError, ConnectionResetError):
            return outcomes, self._crashed()
        while len(outcomes) < len(paths):
            answer = self._read_answer(deadline, set(paths) - outcomes.keys())
            if "file" not in answer:
                return outcomes, answer
            outcomes[answer.pop("file")] = answer
            deadline = time.monotonic() + self.timeout_s
        return outcomes, None

    def _run_once(self, path):
        deadline = self._begin()
        try:
            self._process.stdin.write(path.encode() + b"\n")
            self._process.stdin.flush()
        except (BrokenPipeError, ConnectionResetError):
            return self._crashed()
        answer = self._read_answer(deadline, {path})
        answer.pop("file", None)
        return answer

    def _begin(self):
        """Starts the process if need be; until when its first answer is waited for."""
        if self._process is not None:
            return time.monotonic() + self.timeout_s
        self._start()
        return time.monotonic() + self.timeout_s + self.start_timeout_s

    def _read_answer(self, deadline, paths):
        """The next answer, with "file" being one of `paths`; or one of our outcomes, the process being gone."""
        line = self._read_line(deadline)
        if line is None:
            self._kill()
            return {"hang": self.timeout_s}
        if not line.endswith(b"\n"):
            return self._crashed()
        self._answered += 1
        try:
            answer = json.loads(line)
            if answer["file"] not in paths:
                raise ValueError
        except (ValueError, KeyError, TypeError):
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


class Mode:
    """One way to have programs run: `command` reads their names and answers; `shown` with a name behind it runs one.

    At most `jobs_max` of its processes run at a time, each of which is given `together` programs at once.
    """

    def __init__(self, name, command, shown, jobs_max=None, together=1):
        self.name, self.command, self.shown = name, command, shown
        self.jobs_max, self.together = jobs_max, together


def oracle():
    command = [sys.executable, "-W", "ignore", os.path.join(HERE, "oracle.py")]
    return Mode("CPython", command, "")


def make_mode(name, fora, threads=None, cache_dir=None):
    """The mode of a name that parse_modes gives. `fora` is a list of words, `cache_dir` keeps compiled code."""
    word, _, number = name.partition("=")
    flags = ["--threads=%d" % threads] if threads else []
    cache = ["--cache-dir=" + cache_dir] if cache_dir else []
    if word == "client":
        command = [CLIENT_PYTHON, os.path.join(HERE, "client_path.py"), "--fora", shlex.join(fora), "--workers", number]
        shown = [os.path.relpath(os.path.join(HERE, "run_agree.py")), "--mode", name, "--programs"]
        return Mode(name, command + flags + cache, shlex.join(shown), jobs_max=1, together=CLIENT_PROGRAMS_TOGETHER)
    command = ["run", "--tier=" + word]
    if word == "chaos":
        command = ["run", "--tier=auto", "--chaos=" + number]
        flags = flags or ["--threads=%d" % CHAOS_THREADS]
    shown = shlex.join([os.path.relpath(fora[0])] + fora[1:] + command + flags)
    return Mode(name, fora + command + flags + cache + ["--batch"], shown)


def parse_modes(text):
    """"interpret,chaos:3" -> ["interpret", "chaos=1", "chaos=2", "chaos=3"]."""
    modes = []
    for word in text.split(","):
        name, colon, count = word.partition(":")
        if name in ("interpret", "jit", "auto") and not colon:
            modes.append(name)
        elif name == "chaos" and count.isdigit():
            modes += ["chaos=%d" % seed for seed in range(1, int(count) + 1)]
        elif re.fullmatch(r"chaos=\d+|client=[1-9]", word):
            modes.append(word)
        else:
            raise ValueError(
                "unknown mode %r: interpret, jit, auto, chaos:COUNT, chaos=SEED or client=WORKERS" % word)
    return modes
