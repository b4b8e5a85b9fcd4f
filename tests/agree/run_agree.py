#!/usr/bin/python3
"""Runs every agree program in CPython and in Fora, in every mode, and compares the answers.

    run_agree.py --mode interpret,jit,auto,chaos:10
    run_agree.py --mode jit --programs 'tests/agree/programs/ints/*.py' --fail-fast
    run_agree.py --mode client=1,client=2
Ends with `N passed, N failed`, counting every program in every mode once.
"""
import argparse
import glob
import hashlib
import json
import os
import queue
import shlex
import sys
import tempfile
import threading

import engine
import outcome
from engine import HERE, ROOT


def main():
    options = parse_options()
    paths = find_programs(options.programs)
    if not paths:
        sys.exit("run_agree: no program matches")
    sources = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            sources[path] = file.read()
    expected = ask_cpython(paths, sources, options)
    report = Report(options.fail_fast)
    for path in paths:
        if not {"value", "exception"} & expected[path].keys():
            report.failed("NOT A TEST", path, ["CPython: " + outcome.describe(expected[path])])
    paths = [path for path in paths if {"value", "exception"} & expected[path].keys()]
    for name in engine.parse_modes(options.mode):
        if report.stopped:
            break
        mode = engine.make_mode(name, shlex.split(options.fora), options.threads)
        compare_all(mode, paths, sources, expected, report, options)
    print("%d passed, %d failed" % (report.passed_count, report.failed_count))
    sys.exit(1 if report.failed_count or not report.passed_count else 0)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fora", default=os.path.join(ROOT, "bazel-bin", "fora"), help="command (default: %(default)s)")
    parser.add_argument("--mode", default="interpret,jit,auto,chaos:10", help="default: %(default)s")
    parser.add_argument("--programs", action="append", metavar="GLOB", help="files to run (default: all; repeatable)")
    parser.add_argument("--threads", type=int, default=None, help="passed on to fora")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="engine processes at a time (default: cores)")
    parser.add_argument("--timeout", type=float, default=20.0, help="seconds per program (default: %(default)s)")
    parser.add_argument("--cache", default=os.path.join(ROOT, ".tmp", "agree"), help="CPython's answers are kept here")
    parser.add_argument("--fail-fast", action="store_true")
    options = parser.parse_args()
    try:
        engine.parse_modes(options.mode)
    except ValueError as error:
        parser.error(str(error))
    return options


def find_programs(patterns):
    """Relative to the current folder where possible, so that what is printed can be pasted."""
    if patterns:
        found = [path for pattern in patterns for path in glob.glob(pattern, recursive=True)]
    else:
        found = []
        for folder in ("programs", "unsupported", "invalid"):
            found += glob.glob(os.path.join(HERE, folder, "**", "*.py"), recursive=True)
        for path in glob.glob(os.path.join(ROOT, "tests", "golden", "*", "*.py")):
            with open(path, encoding="utf-8") as file:
                if "def main():" in file.read():
                    found.append(path)
    return sorted({os.path.relpath(path) for path in found})


def ask_cpython(paths, sources, options):
    """CPython's outcome of every program: from the cache, else by running it."""
    with open(os.path.join(HERE, "oracle.py"), "rb") as file:
        version = "cpython-%d.%d.%d-%s" % (*sys.version_info[:3], hashlib.sha256(file.read()).hexdigest()[:8])
    cache_path = os.path.join(options.cache, version + ".json")
    known = read_cache(cache_path)
    keys = {path: hashlib.sha256(sources[path].encode("utf-8", "surrogatepass")).hexdigest() for path in paths}
    missing = [path for path in paths if keys[path] not in known]
    if missing:
        fresh = {}
        run_batch(engine.oracle(), missing, options.jobs, options.timeout, fresh.__setitem__)
        known = read_cache(cache_path)  # another run may have added to it meanwhile
        known.update((keys[path], answer) for path, answer in fresh.items() if "hang" not in answer)
        write_cache(cache_path, known)
        known.update((keys[path], answer) for path, answer in fresh.items())
    return {path: known[keys[path]] for path in paths}


def read_cache(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def write_cache(path, known):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path), delete=False) as file:
        json.dump(known, file)
    os.replace(file.name, path)


def run_batch(mode, paths, jobs, timeout_s, answered, stopped=lambda: False):
    """Runs the programs in `jobs` processes of the mode; calls answered(path, outcome) for each, from any thread."""
    work = queue.SimpleQueue()
    for start in range(0, len(paths), mode.together):
        work.put(paths[start:start + mode.together])
    problems = []

    def run_some():
        with engine.Engine(mode.command, timeout_s) as process:
            while not stopped() and not problems:
                try:
                    some = work.get_nowait()
                except queue.Empty:
                    return
                try:
                    for path, outcome_ in process.run_together(some).items():
                        answered(path, outcome_)
                except engine.CannotStart as error:
                    problems.append(error)

    threads = [threading.Thread(target=run_some) for _ in range(min(jobs, mode.jobs_max or jobs, work.qsize()))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        sys.exit("run_agree: %s" % problems[0])


def compare_all(mode, paths, sources, expected, report, options):
    def compare(path, got):
        kind = outcome.kind_of(path)
        if outcome.agrees(kind, expected[path], got, sources[path]):
            report.passed()
        else:
            report.failed("MISMATCH", "%s  [%s]" % (path, mode.name), [
                "expected: " + outcome.describe_expected(kind, expected[path], sources[path]),
                "got:      " + outcome.describe(got),
                "run:      %s %s" % (mode.shown, path)])

    failed_before = report.failed_count
    run_batch(mode, paths, options.jobs, options.timeout, compare, lambda: report.stopped)
    print("%-20s %d programs, %d failed" % (mode.name, len(paths), report.failed_count - failed_before), flush=True)


class Report:
    """Counts and prints. Thread-safe."""

    def __init__(self, fail_fast):
        self.passed_count = 0
        self.failed_count = 0
        self.stopped = False
        self._fail_fast = fail_fast
        self._lock = threading.Lock()

    def passed(self):
        with self._lock:
            self.passed_count += 1

    def failed(self, what, where, details):
        with self._lock:
            if self.stopped:
                return
            self.failed_count += 1
            self.stopped = self._fail_fast
            print("%s %s" % (what, where))
            for detail in details:
                print("  " + detail.replace("\n", "\n    "))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
