#!/usr/bin/python3
"""Generates programs, runs them in CPython and in Fora in every mode, and shrinks those that disagree.

    run_fuzz.py --count 5000 --seed 1 --mode interpret,jit,auto,chaos:10,client=2 --chaos-seeds 2
Minimal programs are printed and kept in tests/fuzz/failures/. Ends with `N passed, N failed`, counting every program in
every mode once; answers that something is unsupported are neither, but there must be few of them.
"""
import argparse
import hashlib
import itertools
import multiprocessing
import os
import re
import shlex
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(1, os.path.join(ROOT, "tests", "agree"))

import engine  # noqa: E402
import generate  # noqa: E402
import outcome  # noqa: E402
import run_agree  # noqa: E402
import shrink  # noqa: E402

UNSUPPORTED_RATIO_MAX = 0.02
SHRINK_TIMEOUT_S = 3.0  # per program while shrinking: a smaller program may well be an endless one


def main():
    options = parse_options()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fora-fuzz-") as folder:
        os.mkdir(os.path.join(folder, "code"))
        paths = write_programs(options, folder)
        expected = ask_cpython(paths, options)
        print("%d programs in %.0f s, %.0f %% of them return a value" % (
            len(paths), time.monotonic() - started,
            100 * sum("value" in answer for answer in expected.values()) / len(paths)), flush=True)
        counts = Counts()
        for mode, some in share(engine.parse_modes(options.mode), paths, options.chaos_seeds):
            run_mode(mode, some, expected, counts, options, folder)
    ratio = counts.unsupported / (counts.passed + counts.failed + counts.unsupported)
    print("unsupported: %d answers, %.1f %%" % (counts.unsupported, 100 * ratio))
    for message, count in sorted(counts.messages.items(), key=lambda item: -item[1])[:10]:
        print("    %d times: %s" % (count, message))
    if ratio > UNSUPPORTED_RATIO_MAX:
        print("that is more than %.0f %%" % (100 * UNSUPPORTED_RATIO_MAX))
    print("%d passed, %d failed" % (counts.passed, counts.failed))
    sys.exit(1 if counts.failed or not counts.passed or ratio > UNSUPPORTED_RATIO_MAX else 0)


def share(modes, paths, chaos_seeds):
    """(mode, its programs): all of them in every mode, but each program in `chaos_seeds` of the seeds of chaos, in turn."""
    chaos = [mode for mode in modes if mode.startswith("chaos")]
    shares = {mode: [] for mode in chaos}
    taken = min(chaos_seeds or len(chaos), len(chaos))
    for number, path in enumerate(paths):
        for i in range(taken):
            shares[chaos[(number * taken + i) % len(chaos)]].append(path)
    return [(mode, shares.get(mode, paths)) for mode in modes if shares.get(mode, paths)]


class Counts:
    def __init__(self):
        self.passed = self.failed = self.unsupported = self.shrunk = 0
        self.messages = {}
        self.signatures = set()


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=5000, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first program (default: %(default)s)")
    parser.add_argument("--mode", default="interpret,jit,auto,chaos:2", help="default: %(default)s")
    parser.add_argument("--chaos-seeds", type=int, default=None, metavar="N",
                        help="run each program in N of the seeds of chaos mode (default: all)")
    parser.add_argument("--fora", default=os.path.join(ROOT, "bazel-bin", "fora"), help="command (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=None, help="passed on to fora")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="engine processes at a time")
    parser.add_argument("--timeout", type=float, default=60.0,
                        help="seconds per program: the largest take seconds to compile (default: %(default)s)")
    parser.add_argument("--shrink-max", type=int, default=5, help="how many failures to shrink (default: %(default)s)")
    parser.add_argument("--shrink-seconds", type=float, default=60.0, help="for each (default: %(default)s)")
    parser.add_argument("--failures", default=os.path.join(HERE, "failures"), help="where to keep them")
    options = parser.parse_args()
    try:
        engine.parse_modes(options.mode)
    except ValueError as error:
        parser.error(str(error))
    if options.count < 1:
        parser.error("--count must be at least 1")
    return options


def write_programs(options, folder):
    jobs = [(seed, os.path.join(folder, "%d.py" % seed)) for seed in range(options.seed, options.seed + options.count)]
    with multiprocessing.Pool(options.jobs) as pool:
        return pool.starmap(write_program, jobs, chunksize=100)


def write_program(seed, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(generate.generate(seed))
    return path


def ask_cpython(paths, options):
    expected = {}
    run_agree.run_batch(engine.oracle(), paths, options.jobs, options.timeout, expected.__setitem__)
    for path in paths:
        if not {"value", "exception"} & expected[path].keys():
            sys.exit("run_fuzz: seed %s is not a good program: %s" % (
                os.path.basename(path)[:-3], outcome.describe(expected[path])))
    return expected


def run_mode(name, paths, expected, counts, options, folder):
    # Modes find each other's compiled code: most of what a program costs is to compile it.
    mode = engine.make_mode(name, shlex.split(options.fora), options.threads, os.path.join(folder, "code"))
    answers = {}
    started = time.monotonic()
    run_agree.run_batch(mode, paths, options.jobs, options.timeout, answers.__setitem__)
    wrong = []
    for path in paths:
        got = answers[path]
        if "unsupported" in got:
            counts.unsupported += 1
            counts.messages[got["unsupported"]] = counts.messages.get(got["unsupported"], 0) + 1
        elif outcome.agrees("agree", expected[path], got):
            counts.passed += 1
        else:
            wrong.append(path)
    counts.failed += len(wrong)
    print("%-12s %d programs in %.0f s, %d failed" % (name, len(paths), time.monotonic() - started, len(wrong)), flush=True)
    for path in wrong:
        report(mode, path, expected[path], answers[path], counts, options, folder)


def report(mode, path, expected, got, counts, options, folder):
    """Prints a failure; the first ones of each kind are shrunk and printed in full."""
    seed = os.path.basename(path)[:-3]
    signature = difference(expected, got)
    if counts.shrunk >= options.shrink_max or signature in counts.signatures and counts.shrunk:
        print("MISMATCH seed %s [%s]: expected %s, got %s" % (
            seed, mode.name, one_line(outcome.describe(expected)), one_line(outcome.describe(got))))
        keep(options, "seed%s-%s.py" % (seed, mode.name.replace("=", "")), read(path))
        return
    counts.shrunk += 1
    counts.signatures.add(signature)
    source, expected, got = shrink_failure(mode, read(path), expected, got, options, folder)
    saved = keep(options, "min-%s.py" % hashlib.sha256(source.encode()).hexdigest()[:10], source)
    print("MISMATCH seed %s [%s], shrunk to:" % (seed, mode.name))
    print("    " + source.rstrip().replace("\n", "\n    "))
    print("  expected: " + outcome.describe(expected))
    print("  got:      " + outcome.describe(got).replace("\n", "\n    "))
    print("  run:      %s %s" % (mode.shown, saved), flush=True)


def shrink_failure(mode, source, expected, got, options, folder):
    """(minimal source, CPython's outcome, the engine's outcome), failing in the same way as the original."""
    kind = difference(expected, got)
    path = os.path.join(folder, "shrinking.py")
    last = {}
    timeout_s = min(options.timeout, SHRINK_TIMEOUT_S)
    with engine.Engine(engine.oracle().command, timeout_s, 0) as cpython, engine.Engine(mode.command, timeout_s) as fora:

        def still_fails(text):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            right = cpython.run(path)
            if not {"value", "exception"} & right.keys():
                return False
            answer = fora.run(path)
            if "unsupported" in answer or outcome.agrees("agree", right, answer) or difference(right, answer) != kind:
                return False
            last[text] = right, answer
            return True

        if not still_fails(source):
            return source, expected, {**got, "note": "not when run again"}
        small = shrink.shrink(source, still_fails, seconds_max=options.shrink_seconds)
        return small, *last[small]


TOKEN = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[][(),]|[^][(),\s]+""")


def difference(expected, got):
    """In which way an answer is wrong, up to where it begins to differ: what shrinking must preserve."""
    for kind in ("crash", "hang", "garbage", "error", "invalid"):
        if kind in got:
            text = "%s %s" % (got[kind], got.get("stderr", "")) if kind != "hang" else ""
            return kind, re.sub(r"\S+\.py|\d+|0x[0-9a-f]+", "N", text)[:100]
    if "exception" not in got:
        return ("value", *first_difference(expected["value"], got["value"])) if "value" in expected else \
            ("no exception", expected["exception"])
    if expected.get("exception") != got["exception"]:
        return "exception", expected.get("exception"), got["exception"]
    return "message" if expected["message"] != got["message"] else "lines", got["exception"]


def first_difference(expected, got):
    """The types of the first items of two reprs that are not the same."""
    for pair in itertools.zip_longest(TOKEN.findall(expected), TOKEN.findall(got), fillvalue=""):
        if pair[0] != pair[1]:
            return tuple(map(type_of_item, pair))
    return "same", "same"


def type_of_item(token):
    if token in ("[", "]", "(", ")", "None"):
        return token
    if token in ("", ","):
        return "end of item"
    if token[0] in "'\"":
        return "str"
    if token in ("True", "False"):
        return "bool"
    return "int" if token.lstrip("-").isdigit() else "float"


def keep(options, name, source):
    os.makedirs(options.failures, exist_ok=True)
    path = os.path.relpath(os.path.join(options.failures, name))
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    return path


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def one_line(text, length_max=160):
    text = text.replace("\n", " ")
    return text if len(text) <= length_max else text[:length_max] + "..."


if __name__ == "__main__":
    main()
