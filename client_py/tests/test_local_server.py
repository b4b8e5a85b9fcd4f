"""pyfora.connect() without a url, against programs that stand in for the `fora` binary."""

import os
import pathlib
import stat
import subprocess
import sys
import threading
import time

import pytest

import pyfora
from pyfora import local_server

HERE = os.path.dirname(os.path.abspath(__file__))

SERVER = f"""#!{sys.executable}
import os, signal, sys
sys.path[:0] = [{os.path.dirname(HERE)!r}, {HERE!r}]
arguments = dict(zip(sys.argv[2::2], sys.argv[3::2]))
assert sys.argv[1] == 'serve', sys.argv
assert [sys.argv[i + 1] for i, a in enumerate(sys.argv) if a.endswith('-port')] == ['0'] * 3, sys.argv
assert '--exit-with-parent' in sys.argv
data_dir = sys.argv[sys.argv.index('--data-dir') + 1]
from fake_server import FakeServer, Returns
server = FakeServer(token='private')
server.answer = lambda program: Returns(os.getpid())
open(os.path.join(data_dir, 'token'), 'w').write('private')
print('some other line')
print('ready', server.url, flush=True)
signal.pause()
"""


@pytest.fixture
def binary(tmp_path, monkeypatch):
    def make(text):
        path = tmp_path / "fora"
        path.write_text(text)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("FORA_BINARY", str(path))
        return path

    return make


def runs(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def f():
    pass


def test_a_private_server(binary, tmp_path, monkeypatch):
    binary(SERVER)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with pyfora.connect() as executor:
        pid = executor.submit(f).result(10).toLocal().result(10)
        assert runs(pid)
        (directory,) = tmp_path.glob("pyfora-*")
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert not runs(pid)
    assert not list(tmp_path.glob("pyfora-*"))


def test_connecting_in_a_thread_that_ends(binary):
    binary(SERVER)
    executors = []
    thread = threading.Thread(target=lambda: executors.append(pyfora.connect()))
    thread.start()
    thread.join()
    with executors[0] as executor:
        assert runs(executor.submit(f).result(10).toLocal().result(10))


def test_it_stops_with_the_process(binary):
    binary(SERVER)
    code = (
        "import pyfora, sys\nexecutor = pyfora.connect()\ndef f(): pass\n"
        "print(executor._connection.server._process.pid)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(HERE)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=30)
    assert done.stderr == ""
    assert not runs(int(done.stdout))


def test_it_dies_in_mid_job(binary):
    binary(SERVER.replace("Returns(os.getpid())", "__import__('fake_server').RunsForever()"))
    with pyfora.connect() as executor:
        future = executor.submit(f)
        time.sleep(0.5)
        executor._connection.server._process.kill()
        with pytest.raises(pyfora.ConnectionError, match="the private server ended: by signal SIGKILL"):
            future.result(10)


def test_it_ends_before_it_is_ready(binary):
    binary("#!/bin/sh\necho 'fora: port 7 is in use' >&2\nexit 3\n")
    with pytest.raises(
        pyfora.ConnectionError, match=r"(?s)ended before it was ready, .* with exit code 3.*port 7 is in use"
    ):
        pyfora.connect()


def test_it_is_not_ready_in_time(binary):
    binary("#!/bin/sh\necho starting >&2\nexec sleep 60\n")
    started = time.monotonic()
    with pytest.raises(pyfora.ConnectionError, match=r"(?s)not ready within 0.5 s.*starting"):
        pyfora.connect(timeout=0.5)
    assert time.monotonic() - started < 30  # not the 60 s that it sleeps


def test_it_cannot_be_started(binary):
    binary("not a program")
    with pytest.raises(pyfora.ConnectionError, match="can't be started"):
        pyfora.connect()


def test_finding_the_binary(tmp_path, monkeypatch):
    with pytest.raises(pyfora.ConnectionError, match="FORA_BINARY is '/nowhere'"):
        local_server.find_binary({"FORA_BINARY": "/nowhere"})
    fora = tmp_path / "fora"
    fora.write_text("")
    fora.chmod(0o755)
    assert local_server.find_binary({"PATH": str(tmp_path)}) == str(fora)
    monkeypatch.setattr(local_server, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    with pytest.raises(
        pyfora.ConnectionError, match="(?s)FORA_BINARY is not set, none is on PATH and .*bazel build -c opt //:fora"
    ):
        local_server.find_binary({"PATH": ""})
