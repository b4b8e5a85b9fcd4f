"""A job that takes more memory than there is ends with MemoryError at its own line; the process and other jobs go on."""
import concurrent.futures
import json
import os
import subprocess
import time

import pytest
from cluster import FORA, Process
from test_pieces import Pair

import pyfora
from pyfora.Exceptions import ComputationError

LIMIT_MB = 256
# The limit, its reserve, and what is not counted: code, libraries, stacks.
RSS_MB_MAX = LIMIT_MB * 1.1 + 250
PATIENCE_S = 120.0

# Programs, and the lines of the traceback; the last is where the memory ran out.
PROGRAMS = {
    "append": ("""
        def main():
            xs = []
            while True:
                xs.append(1)
        """, [4]),
    "objects": ("""
        def main():
            xs = []
            i = 0
            while True:
                i += 1
                xs.append((i, str(i)))
        """, [6]),
    "comprehension": ("""
        def main():
            return len([i for i in range(10 ** 11)])
        """, [2]),
    "nested comprehension": ("""
        def main():
            return len([i * j for i in range(10 ** 6) for j in range(10 ** 6)])
        """, [2]),
    "comprehension of lists": ("""
        def squares(n):
            return [k * k for k in range(n)]

        def main():
            return len([squares(100000) for i in range(10 ** 6)])
        """, None),
    "str doubling": ("""
        def main():
            s = "abcdefgh"
            for i in range(60):
                s += s
            return len(s)
        """, [4]),
    "list doubling": ("""
        def main():
            xs = [1.5, 2.5]
            for i in range(60):
                xs = xs + xs
            return len(xs)
        """, [4]),
    "tuple doubling": ("""
        def main():
            t = (1, 2, 3)
            for i in range(60):
                t = t + t
            return len(t)
        """, [4]),
    "int squaring": ("""
        def main():
            x = 3
            for i in range(60):
                x = x * x
            return x % 7
        """, [4]),
    "list of an iterator": ("""
        def main():
            return len(list(zip(range(10 ** 10), range(10 ** 10))))
        """, [2]),
}
RECOVERS = """
def fill():
    xs = []
    while True:
        xs.append([len(xs)] * 1000)

def main():
    try:
        fill()
    except MemoryError as error:
        caught = type(error).__name__
    return caught, sum(range(10)), len([i for i in range(10 ** 6)])
"""

# Refused before anything is computed: what each would take is known.
HUGE = {
    "3 ** 2 ** 29": "MemoryError",  # 101 MB, and as much again twice on the way there
    "10 ** 10 ** 9": "MemoryError",
    "(-7) ** 2 ** 70": "MemoryError",
    "1 << 2 ** 40": "MemoryError",
    "1 << 2 ** 70": "OverflowError",
    "(1 << 2 ** 29) * (1 << 2 ** 29)": "MemoryError",
    "math.factorial(10 ** 8)": "MemoryError",
    "math.perm(10 ** 8)": "MemoryError",
    "math.comb(10 ** 10, 5 * 10 ** 9)": "MemoryError",
    "[0] * 10 ** 12": "MemoryError",
    "(1,) * 10 ** 12": "MemoryError",
    "'a' * 10 ** 12": "MemoryError",
    "'a' * 10 ** 19": "OverflowError",
    "list(range(10 ** 12))": "MemoryError",
    "f'{1:>1000000000000}'": "MemoryError",
}
HUGE_S_MAX = 5.0

# Handled in the function that runs out, whose loops ask for nothing that is large.
HANDLES = {
    "for": ("""
        def main():
            rows = []
            try:
                for i in range(10 ** 7):
                    row = []
                    for k in range(4000):
                        row.append(i ^ k)
                    rows.append(row)
            except MemoryError:
                rows = None
                caught = i > 100
            return caught, len([i for i in range(10 ** 6)])
        """, "(True, 1000000)"),
    "while": ("""
        def main():
            rows = []
            i = 0
            try:
                while True:
                    i += 1
                    row = []
                    k = 0
                    while k < 4000:
                        row.append(i * 0.5)
                        k += 1
                    rows.append(row)
            except MemoryError:
                rows = None
            return i > 100, len([i for i in range(10 ** 6)])
        """, "(True, 1000000)"),
    "finally": ("""
        def fill():
            rows = []
            try:
                while True:
                    row = []
                    k = 0
                    while k < 4000:
                        row.append(k)
                        k += 1
                    rows.append(row)
            finally:
                return len(rows) > 100

        def main():
            return fill(), len([i for i in range(10 ** 6)])
        """, "(True, 1000000)"),
}


def run(path, tier, threads):
    """What `fora run` prints of it, and the most memory that it had, in MB."""
    command = [FORA, "run", f"--memory-limit-mb={LIMIT_MB}", "--tier=" + tier, f"--threads={threads}", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return json.loads(output), usage.ru_maxrss / 1024


def write(path, text):
    lines = text.strip("\n").split("\n")
    indent = len(lines[0]) - len(lines[0].lstrip())
    path.write_text("\n".join(line[indent:] for line in lines) + "\n", encoding="utf-8")
    return path


def check_memory_error(folder, name, tier, threads):
    program, lines = PROGRAMS[name]
    answer, rss_mb = run(write(folder / "program.py", program), tier, threads)
    assert answer.get("exception") == "MemoryError", answer
    if lines is not None:
        assert answer["lines"] == lines
    assert rss_mb < RSS_MB_MAX


@pytest.mark.parametrize("tier,threads", [("jit", 1), ("jit", 2), ("auto", 2)])
@pytest.mark.parametrize("name", PROGRAMS)
def test_too_much_is_a_memory_error_at_the_line(tmp_path, name, tier, threads):
    check_memory_error(tmp_path, name, tier, threads)


@pytest.mark.parametrize("name", ["objects", "str doubling", "comprehension of lists"])
def test_too_much_in_the_interpreter(tmp_path, name):
    check_memory_error(tmp_path, name, "interpret", 1)


@pytest.mark.parametrize("tier", ["interpret", "jit"])
@pytest.mark.parametrize("expression", HUGE)
def test_a_huge_result_is_refused_at_once(tmp_path, expression, tier):
    path = tmp_path / "program.py"
    path.write_text(f"import math\n\ndef main():\n    return ({expression}) == None\n", encoding="utf-8")
    begun_s = time.monotonic()
    answer, rss_mb = run(path, tier, 1)
    assert answer.get("exception") == HUGE[expression], answer
    assert answer["lines"] == [4]
    assert time.monotonic() - begun_s < HUGE_S_MAX
    assert rss_mb < RSS_MB_MAX


@pytest.mark.parametrize("tier", ["interpret", "auto", "jit"])
def test_a_program_handles_it_and_has_its_memory_back(tmp_path, tier):
    answer, _ = run(write(tmp_path / "program.py", RECOVERS), tier, 1)
    assert answer.get("value") == "('MemoryError', 45, 1000000)", answer


@pytest.mark.parametrize("tier", ["interpret", "auto", "jit"])
@pytest.mark.parametrize("name", HANDLES)
def test_the_function_that_runs_out_handles_it(tmp_path, name, tier):
    program, value = HANDLES[name]
    answer, _ = run(write(tmp_path / "program.py", program), tier, 1)
    assert answer.get("value") == value, answer


def fill():
    xs = []
    while True:
        xs.append((len(xs), 1.5))


def work(n):
    total = 0
    for i in range(n):
        total += len([k for k in range(i % 1000)])
    return total


def test_a_server_goes_on_and_other_jobs_are_not_touched():
    server = Process("--http-port=0", "--registry-port=0", "--worker-base-port=0", "--threads=2",
                     f"--memory-limit-mb={LIMIT_MB}")
    try:
        with pyfora.connect("http://" + server.ready, token=server.token) as executor:
            def ask(function, *arguments):
                return executor.submit(function, *arguments).result(PATIENCE_S).toLocal().result(PATIENCE_S)

            with concurrent.futures.ThreadPoolExecutor() as pool:
                too_much = [pool.submit(ask, fill) for _ in range(2)]
                modest = [pool.submit(ask, work, 300000 + i) for i in range(4)]
                for job in too_much:
                    with pytest.raises(ComputationError) as error:
                        job.result()
                    assert isinstance(error.value.remoteException, MemoryError)
                for i, job in enumerate(modest):
                    assert job.result() == work(300000 + i)
            assert ask(work, 1000) == work(1000)
        assert server.rss_mb() < RSS_MB_MAX
    finally:
        server.stop()


def text(n):
    return "a" * n


def texts(n):
    return [str(i) for i in range(n)]


@pytest.mark.parametrize("function,argument", [(text, 150 << 20), (texts, 1500000)])
def test_what_can_not_be_sent_for_want_of_memory_stays_and_the_server_goes_on(function, argument):
    server = Process("--http-port=0", "--registry-port=0", "--worker-base-port=0", "--threads=2",
                     f"--memory-limit-mb={LIMIT_MB}")
    try:
        with pyfora.connect("http://" + server.ready, token=server.token) as executor:
            value = executor.submit(function, argument).result(PATIENCE_S)
            for _ in range(3):
                with pytest.raises(pyfora.ResultExceededBytecountThreshold, match="memory"):
                    value.toLocal().result(PATIENCE_S)
            assert executor.submit(len, value).result(PATIENCE_S).toLocal().result(PATIENCE_S) == argument
        assert server.rss_mb() < RSS_MB_MAX
    finally:
        server.stop()


def rows(n):
    return len([[k * i for k in range(1000)] for i in range(n)])


def test_a_job_on_two_workers_is_stopped_too():
    pair = Pair("--peer-grain-ms=0", f"--memory-limit-mb={LIMIT_MB}").add_second()
    try:
        with pytest.raises(ComputationError) as error:
            pair.run(rows, 10 ** 6)
        assert isinstance(error.value.remoteException, MemoryError)
        assert pair.run(work, 1000) == work(1000)
        assert pair.first.rss_mb() < RSS_MB_MAX
        assert pair.second.rss_mb() < RSS_MB_MAX
    finally:
        pair.stop()
