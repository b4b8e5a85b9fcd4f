"""A manager and workers in processes of their own: lost workers, ports that are taken, stopping."""
import os
import socket
import subprocess
import time

import pytest
from cluster import FORA, Process, whole
from test_gateway import ADD, LOOP, call, result_of, submit

from pyfora.wire import program_pb2, value_pb2

SLOW = """\
def slow(n):
    i = 0
    s = 1
    while i < n:
        s = (s * 3 + i) % 1000003
        i = i + 1
    return s
"""


TOTAL = """\
def steps(n):
    if n <= 1:
        return 0
    return 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)

def total(n):
    return sum(steps(i) for i in range(n))
"""


def total(n):
    program = call("total", 6, n)
    program.graph.files[0].text = TOTAL
    objects = program.graph.objects
    steps = len(objects)
    objects.add().function.MergeFrom(value_pb2.FunctionObject(name="steps", qualname="steps", line=1))
    for function in (0, steps):
        objects[function].function.free.add(name="steps", ref=steps)
    for name in ("sum", "range"):
        objects[0].function.free.add(name=name, ref=len(objects))
        objects.add().builtin = name
    return program


def slow(n):
    program = call("slow", 1, n)
    program.graph.files[0].text = SLOW
    return program


@pytest.fixture
def cluster():
    manager = Process("--manager", "--http-port=0", f"--registry-port={free_port()}")
    registry = [word for word in manager.process.args if word.startswith("--registry-port=")][0].split("=")[1]
    workers = [Process("--worker", f"--manager-addr=127.0.0.1:{registry}", "--worker-base-port=0", "--threads=1")
               for _ in range(2)]
    wait_for_workers(manager, 2)
    yield manager, workers
    for process in [*workers, manager]:
        process.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_workers(manager, count, seconds=10.0):
    deadline = time.monotonic() + seconds
    while f'"workers": {count},' not in manager.request("GET", "/api/v1/status")[1].decode():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_jobs_run_on_both_and_values_travel(cluster):
    manager, _ = cluster
    values = []
    for i in range(4):
        program = call(*ADD)
        program.graph.objects[1].small_int = i
        values.append(result_of(manager, submit(manager, program)).value.id)
    program = call(*ADD)   # its inputs are on different workers
    program.graph.objects[1].remote = values[0]
    program.graph.objects[2].remote = values[1]
    result = result_of(manager, submit(manager, program))
    status, body = manager.request("GET", f"/api/v1/values/{result.value.id}")
    assert value_pb2.ObjectGraph.FromString(body).objects[0].small_int == 0 + 2 + 1 + 2


def test_pieces_of_one_job_run_on_both(cluster):
    manager, _ = cluster
    program = total(10 ** 6)
    deadline = time.monotonic() + 60
    totals = set()
    while '"pieces_done": 0,' in manager.request("GET", "/api/v1/status")[1].decode():
        assert time.monotonic() < deadline
        value = result_of(manager, submit(manager, program), wait=60).value
        graph = value_pb2.ObjectGraph.FromString(manager.request("GET", f"/api/v1/values/{value.id}")[1])
        totals.add(graph.objects[graph.root].small_int)
    assert totals == {131434272}


def test_a_killed_worker_s_jobs_run_again(cluster):
    manager, workers = cluster
    jobs = [submit(manager, slow(10 ** 8 + i)) for i in range(2)]
    time.sleep(0.3)
    workers[1].kill()
    results = [result_of(manager, job, wait=60) for job in jobs]
    assert all(result.value.id for result in results), results
    wait_for_workers(manager, 1)


def test_a_value_that_was_lost_with_its_worker_is_a_clear_failure(cluster):
    manager, workers = cluster
    values = [result_of(manager, submit(manager, call("add", 1, i, i))).value.id for i in range(2)]
    workers[0].kill()
    wait_for_workers(manager, 1)
    answers = [manager.request("GET", f"/api/v1/values/{value}")[0] for value in values]
    assert sorted(answers) == [200, 404]
    program = call(*ADD)
    program.graph.objects[1].remote = values[answers.index(404)]
    failure = result_of(manager, submit(manager, program)).failure
    assert "no longer on the cluster" in failure.message


def test_cancel_on_another_process(cluster):
    manager, _ = cluster
    job = submit(manager, call(*LOOP))
    time.sleep(0.5)
    manager.request("DELETE", f"/api/v1/jobs/{job}")
    assert result_of(manager, job).failure.kind == program_pb2.Failure.CANCELLED


def serve(*flags, **environment):
    """(exit code, standard error) of a `fora serve` that can't start."""
    done = subprocess.run([FORA, "serve", *flags], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, text=True,
                          env={**os.environ, **environment})
    return done.returncode, done.stderr


def test_errors_are_one_line(tmp_path):
    taken = socket.create_server(("127.0.0.1", 0))
    port = taken.getsockname()[1]
    free = ("--http-port=0", "--registry-port=0", "--worker-base-port=0", f"--data-dir={tmp_path}")
    for flags, text in (
        ((*free, f"--http-port={port}"), "in use"),
        ((*free, f"--registry-port={port}"), "in use"),
        ((*free, f"--worker-base-port={port}"), "in use"),
        ((*free, "--worker", f"--manager-addr=127.0.0.1:{free_port()}"), "no manager answers"),
        ((*free, "--data-dir=/proc/nowhere"), "can't be written to"),
        (("--treads=2",), "did you mean --threads?"),
        (("--worker",), "--manager-addr"),
        (("extra",), "unexpected word"),
    ):
        code, error = serve(*flags)
        assert code in (1, 2) and text in error and len(error.splitlines()) == 1, (flags, code, error)
    taken.close()


def test_environment_and_flags(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        free = ("--registry-port=0", "--worker-base-port=0", f"--data-dir={tmp_path}")
        assert port in serve(*free, UFORA_WEB_HTTP_PORT=port)[1]
        assert port in serve(*free, UFORA_WEB_HTTP_PORT="1", FORA_WEB_HTTP_PORT=port)[1]
        assert port in serve(*free, f"--http-port={port}", UFORA_WEB_HTTP_PORT="0", FORA_WEB_HTTP_PORT="0")[1]


def test_stops_while_it_computes():
    server = whole("--threads=2")
    for _ in range(3):
        submit(server, call(*LOOP))
    time.sleep(0.3)
    assert server.stop() == 0


def test_exits_with_its_parent(tmp_path):
    flags = f"--http-port=0 --registry-port=0 --worker-base-port=0 --data-dir={tmp_path} --exit-with-parent"
    shell = subprocess.Popen(["sh", "-c", f"{FORA} serve {flags} & echo $!; sleep 60"], stdout=subprocess.PIPE, text=True)
    pid = int(shell.stdout.readline())
    assert shell.stdout.readline().startswith("ready ")
    shell.kill()
    shell.wait()
    deadline = time.monotonic() + 3
    while os.path.exists(f"/proc/{pid}") and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not os.path.exists(f"/proc/{pid}")
