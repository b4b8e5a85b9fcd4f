"""The gateway against what it must not fall over: malformed HTTP, socket.io and protobuf, no token, too much of anything."""
import base64
import os
import random
import socket
import stat
import time

import pytest
import socketio
from cluster import Process, whole

from pyfora.wire import program_pb2, value_pb2


@pytest.fixture(scope="module")
def server():
    server = whole("--threads=2")
    yield server
    assert server.stop() == 0, server.log


@pytest.fixture(autouse=True)
def still_alive(request):
    """Whatever a test does to it, the server answers afterwards."""
    yield
    if "server" in request.fixturenames:
        server = request.getfixturevalue("server")
        assert server.request("GET", "/healthz", token=False)[0] == 200, server.log


SOURCE = """\
def add(a, b):
    return a + b

def loop():
    i = 0
    while True:
        i = (i * 7 + 1) % 1000
"""


def call(name, line, *arguments):
    """A Program that calls a function of SOURCE with ints."""
    program = program_pb2.Program(python_minor=11)
    program.graph.files.add(path="/user/f.py", text=SOURCE)
    function = program.graph.objects.add().function
    function.name = function.qualname = name
    function.line = line
    for argument in arguments:
        program.call.args.append(len(program.graph.objects))
        program.graph.objects.add().small_int = argument
    program.call.callee_ref = 0
    return program


ADD = ("add", 1, 40, 2)
LOOP = ("loop", 4)


def submit(server, program, query=""):
    status, body = server.request("POST", "/api/v1/jobs" + query, program.SerializeToString())
    assert status == 200, (status, body)
    return program_pb2.SubmitResponse.FromString(body).job_id


def result_of(server, job_id, wait=30):
    status, body = server.request("GET", f"/api/v1/jobs/{job_id}?wait={wait}")
    return program_pb2.JobResult.FromString(body) if status == 200 else status


def failure_of(body):
    return program_pb2.ErrorResponse.FromString(body).failure


def test_a_job_runs_and_its_value_is_downloaded_and_released(server):
    value = result_of(server, submit(server, call(*ADD))).value
    status, body = server.request("GET", f"/api/v1/values/{value.id}")
    graph = value_pb2.ObjectGraph.FromString(body)
    assert status == 200 and graph.objects[graph.root].small_int == 42
    assert server.request("DELETE", f"/api/v1/values/{value.id}")[0] == 204
    assert server.request("GET", f"/api/v1/values/{value.id}")[0] == 404


def test_define(server):
    graph = value_pb2.ObjectGraph()
    graph.objects.add().int_list.values.extend(range(1000))
    status, body = server.request("POST", "/api/v1/define", graph.SerializeToString())
    value = program_pb2.DefineResponse.FromString(body).value
    assert status == 200 and value.size_bytes >= 8000
    assert server.request("GET", f"/api/v1/values/{value.id}?max_bytes=100")[0] == 413
    status, body = server.request("GET", f"/api/v1/values/{value.id}?max_bytes=100000")
    assert list(value_pb2.ObjectGraph.FromString(body).objects[0].int_list.values) == list(range(1000))


def test_token(server):
    assert stat.S_IMODE(os.stat(os.path.join(server.data_dir, "token")).st_mode) == 0o600
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic " + server.token},
                    {"Authorization": "Bearer"}, {"Authorization": "Bearer " + server.token + "x"},
                    {"Authorization": "Bearer t\xf6ken"}):
        for method, path in (("GET", "/api/v1/status"), ("POST", "/api/v1/jobs"), ("GET", "/api/v1/values/x"),
                             ("DELETE", "/api/v1/jobs/x"), ("GET", "/no/such/path")):
            status, body = server.request(method, path, headers=headers, token=False)
            assert status == 401 and failure_of(body).message, (headers, method, path)


@pytest.mark.parametrize("method, path, status", [
    ("GET", "/nothing", 404),
    ("GET", "/api/v1/jobs/nobody", 404),
    ("DELETE", "/api/v1/jobs/nobody", 404),
    ("GET", "/api/v1/values/nobody", 404),
    ("DELETE", "/api/v1/values/nobody", 204),
    ("PUT", "/api/v1/jobs", 405),
    ("GET", "/api/v1/jobs/%ff%fe", 404),
    ("GET", "/api/v1/values/%00", 404),
    ("GET", "/api/v1/values/x?max_bytes=-1", 400),
    ("GET", "/api/v1/values/x?max_bytes=" + "9" * 50, 400),
    ("GET", "/api/v1/values/x?max_bytes=y", 400),
    ("GET", "/api/v1/status/../../etc/passwd", 404),
])
def test_requests_that_make_no_sense(server, method, path, status):
    assert server.request(method, path)[0] == status


def test_wait_is_a_number(server):
    job = submit(server, call(*ADD))
    assert server.request("GET", f"/api/v1/jobs/{job}?wait=soon")[0] == 400
    assert server.request("GET", f"/api/v1/jobs/{job}?wait=nan")[0] in (200, 202, 400)


def test_malformed_protobuf(server):
    program = call(*ADD).SerializeToString()
    random_bytes = random.Random(1)
    statuses = set()
    for i in range(400):
        body = bytearray(program)
        kind = i % 4
        if kind == 0:
            del body[random_bytes.randrange(len(body)):]
        elif kind == 1:
            for _ in range(random_bytes.randrange(1, 6)):
                body[random_bytes.randrange(len(body))] ^= 1 << random_bytes.randrange(8)
        elif kind == 2:
            body = bytearray(random_bytes.randbytes(random_bytes.randrange(300)))
        else:  # a field that says it is longer than everything
            place = random_bytes.randrange(len(body))
            body[place:place] = b"\x0a\xff\xff\xff\xff\x07"
        for path in ("/api/v1/jobs", "/api/v1/define"):
            status, answer = server.request("POST", path, bytes(body))
            statuses.add(status)
            assert status in (200, 400, 422), (status, answer)
            if status != 200:
                assert failure_of(answer).message
    assert 400 in statuses


def test_refs_out_of_range(server):
    for damage in ("program.call.callee_ref = 77", "program.call.args.append(9)", "function.free.add(name='x', ref=5)",
                   "function.file = 3", "function.defaults.append(8)", "program.graph.objects.add()"):
        program = call(*ADD)
        exec(damage, {"program": program, "function": program.graph.objects[0].function})
        status, body = server.request("POST", "/api/v1/jobs", program.SerializeToString())
        assert status == 400 and failure_of(body).message, damage
    assert server.request("POST", "/api/v1/jobs", b"")[0] == 400


def test_source_that_does_not_parse(server):
    for text, line in (("def add(a, b:\n  return", 1), ("def add(a, b):\n    retrun a +\n", 2), ("\x00", 0),
                       ("x = " + "(" * 5000, 1), ("x = " + "-" * 100000 + "1\ndef add(a, b): pass", 1)):
        program = call(*ADD)
        program.graph.files[0].text = text
        status, body = server.request("POST", "/api/v1/jobs", program.SerializeToString())
        failure = failure_of(body)
        assert status in (422, 400) and failure.kind == program_pb2.Failure.CONVERSION, (text[:20], status, failure)


def test_deep_nesting(server):
    for depth in (1000, 50000):
        graph = value_pb2.ObjectGraph()
        for i in range(depth):
            graph.objects.add().tuple.refs.append(i + 1)
        graph.objects.add().none = True
        status, _ = server.request("POST", "/api/v1/define", graph.SerializeToString())
        assert status in (200, 400, 422)
    body = b""
    for _ in range(2000):  # messages within messages
        body = b"\x12" + _varint(len(body)) + body
    assert server.request("POST", "/api/v1/jobs", body)[0] == 400


def test_a_list_that_contains_itself(server):
    graph = value_pb2.ObjectGraph()
    graph.objects.add().list.refs.append(0)
    status, body = server.request("POST", "/api/v1/define", graph.SerializeToString())
    assert status in (400, 422) and failure_of(body).message
    graph.objects[0].tuple.refs.append(0)
    assert server.request("POST", "/api/v1/define", graph.SerializeToString())[0] in (400, 422)


def _varint(number):
    out = b""
    while number > 127:
        out, number = out + bytes([number & 127 | 128]), number >> 7
    return out + bytes([number])


def raw(server, data, wait=2.0):
    host, port = server.ready.rsplit(":", 1)
    with socket.create_connection((host, int(port)), timeout=wait) as connection:
        try:
            connection.sendall(data)
            return connection.recv(4096)
        except (TimeoutError, ConnectionError):
            return b""


def test_malformed_http(server):
    noise = random.Random(2)
    for data in (b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"A" * 100000,
                 b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n", b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n\r\n",
                 b"POST /api/v1/jobs HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
                 b"POST /api/v1/jobs HTTP/1.1\r\nContent-Length: zz\r\n\r\n",
                 b"POST /api/v1/jobs HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
                 b"GET /healthz HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n", noise.randbytes(5000)):
        answer = raw(server, data, wait=0.7)
        assert answer == b"" or answer.startswith(b"HTTP/") and answer.split()[1][:1] in (b"4", b"2"), answer[:100]


def test_huge_length_is_refused_at_once(server):
    head = (f"POST /api/v1/jobs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.token}\r\n"
            f"Content-Length: {1 << 50}\r\n\r\n").encode()
    before = server.rss_mb()
    raw(server, head + b"x" * 1000, wait=0.5)
    assert server.rss_mb() < before + 50


def test_malformed_socket_io(server):
    for path in ("/socket.io/", "/socket.io/?EIO=99&transport=polling", "/socket.io/?EIO=4&transport=smoke",
                 "/socket.io/?EIO=4&transport=polling&sid=nobody", "/socket.io/?EIO=4&transport=websocket"):
        status, _ = server.request("GET", path, token=False)
        assert 400 <= status < 500, (path, status)
    noise = random.Random(3)
    for _ in range(30):
        status, body = server.request("GET", "/socket.io/?EIO=4&transport=polling", token=False)
        assert status == 200
        sid = body.decode().split('"sid":"')[1].split('"')[0]
        for packet in (b"4" + noise.randbytes(20), b"40{", b'40{"token":["x"]}', b"42[]", b"9", b"", b"4" * 20000, b"451-[",
                       b'42["job",{}]', noise.randbytes(50)):
            status, _ = server.request("POST", f"/socket.io/?EIO=4&transport=polling&sid={sid}", packet, token=False)
            assert status in (200, 400, 413), (packet, status)
            if status != 200:
                break


def test_socket_io_wants_the_token(server):
    for auth in (None, {}, {"token": "wrong"}, {"token": 5}, ["x"]):
        client = socketio.Client()
        with pytest.raises(socketio.exceptions.ConnectionError):
            client.connect("http://" + server.ready, auth=auth, transports=["websocket"], wait_timeout=10)


def test_notifications(server):
    client = socketio.Client()
    packages = []
    client.on("job", packages.append)
    client.connect("http://" + server.ready, auth={"token": server.token}, transports=["websocket"], wait_timeout=10)
    try:
        sid = client.get_sid()
        job = submit(server, call(*ADD), f"?sid={sid}")
        _until(lambda: any(p["id"] == job and p["state"] == "done" for p in packages))
        result = program_pb2.JobResult.FromString(base64.b64decode(packages[-1]["result"]))
        assert result.value.id
        job = submit(server, call(*LOOP), f"?sid={sid}")
        _until(lambda: any(p["id"] == job and p["state"] == "running" for p in packages))
        package = next(p for p in packages if p["id"] == job)
        assert package["elapsed_ms"] >= 500 and package["cores"] >= 1
        assert server.request("DELETE", f"/api/v1/jobs/{job}")[0] == 204
        _until(lambda: any(p["id"] == job and p["state"] == "cancelled" for p in packages))
    finally:
        client.disconnect()


def _until(condition, seconds=5.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_cancel_stops_a_compiled_loop(server):
    job = submit(server, call(*LOOP))
    time.sleep(0.7)  # compiled by now
    assert result_of(server, job, wait=0) == 202
    assert server.request("DELETE", f"/api/v1/jobs/{job}")[0] == 204
    result = result_of(server, job)
    assert result.failure.kind == program_pb2.Failure.CANCELLED


def test_no_memory_growth(server):
    body = os.urandom(200_000)
    program = call(*ADD).SerializeToString()

    def abuse(times):
        for _ in range(times):
            server.request("POST", "/api/v1/jobs", body)
            server.request("POST", "/api/v1/jobs", program[:-3])
            server.request("GET", "/api/v1/jobs/none")

    abuse(100)
    before = server.rss_mb()
    abuse(400)
    assert server.rss_mb() < before + 20


def test_bind_beyond_loopback_is_refused():
    with pytest.raises(RuntimeError, match="allow-insecure-bind"):
        Process("--bind=0.0.0.0", "--http-port=0", "--registry-port=0", "--worker-base-port=0")
