#!/usr/bin/python3
"""Checks the programs themselves, in CPython only: each is a good test, fast, deterministic and of this milestone.

Ends with `N passed, N failed`, counting programs.
"""
import ast
import builtins
import json
import os
import subprocess
import sys
import time

import engine
import outcome
import run_agree

SECONDS_MAX = 1.0
LINES_MAX = 45

# The builtins of the milestone; exception classes are allowed too.
BUILTINS = set("""abs all any bool divmod enumerate filter float int isinstance issubclass len list map max min pow range
    reversed round sorted str sum tuple type zip object super property staticmethod classmethod NotImplemented
    True False None""".split())
LATER_NODES = (ast.Dict, ast.Set, ast.DictComp, ast.SetComp, ast.Yield, ast.YieldFrom, ast.With, ast.Global,
               ast.Nonlocal, ast.Await, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Match, ast.ImportFrom,
               getattr(ast, "TryStar", ast.Match))


def complaints(path, source, seconds):
    tree = ast.parse(source)
    first = source.split("\n", 1)[0]
    if not first.startswith("# "):
        yield "does not begin with a comment that says what it shows"
    lines = [line for line in source.splitlines() if not line.startswith("# >")]  # without a golden's dump
    if not source.endswith("\n") or len(lines) > LINES_MAX:
        yield "is longer than %d lines or does not end with a newline" % LINES_MAX
    if seconds > SECONDS_MAX:
        yield "takes %.1f s" % seconds
    marks = outcome.marked_lines(source)
    kind = outcome.kind_of(path)
    if bool(marks) != (kind == "unsupported"):
        yield "marks of unsupported lines: %s" % marks
    if kind == "agree" and "golden" not in path.split("/"):  # those show phases, also of what can't run yet
        yield from constructs_of_later(tree)


def constructs_of_later(tree):
    assigned = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        if isinstance(node, LATER_NODES):
            yield "line %d: %s comes later" % (node.lineno, type(node).__name__)
        elif isinstance(node, ast.Name) and node.id not in BUILTINS and node.id not in assigned:
            found = getattr(builtins, node.id, None)
            if found is not None and not (isinstance(found, type) and issubclass(found, BaseException)):
                yield "line %d: the builtin %s comes later" % (node.lineno, node.id)
        elif isinstance(node, ast.Import) and [alias.name for alias in node.names] != ["math"]:
            yield "line %d: only math can be imported" % node.lineno
        elif isinstance(node, ast.Constant) and isinstance(node.value, (bytes, complex, type(...))):
            yield "line %d: the literal %r comes later" % (node.lineno, node.value)


def outcomes_with_hash_seed(paths, seed):
    """CPython's outcome and seconds of each program, in a process of its own for all."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    found = {}
    with subprocess.Popen(engine.oracle().command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                          env=environment) as process:
        for path in paths:
            start = time.monotonic()
            process.stdin.write(path + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            found[path] = answer, time.monotonic() - start
        process.stdin.close()
    return found


def main():
    paths = run_agree.find_programs(sys.argv[1:])
    one, two = outcomes_with_hash_seed(paths, 1), outcomes_with_hash_seed(reversed(paths), 2)
    failed_count = 0
    bodies = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        problems = []
        expected, seconds = one[path]
        if expected != two[path][0]:
            problems.append("not deterministic: %s, then %s" % (expected, two[path][0]))
        if not {"value", "exception"} & expected.keys():
            problems.append(outcome.describe(expected))
        else:
            problems += complaints(path, source, min(seconds, two[path][1]))
        twin = bodies.setdefault(ast.dump(ast.parse(source)), path)
        if twin != path:
            problems.append("is the same program as %s" % twin)
        failed_count += bool(problems)
        for problem in problems:
            print("%s: %s" % (path, problem))
    print("%d passed, %d failed" % (len(paths) - failed_count, failed_count))
    sys.exit(1 if failed_count else 0)


if __name__ == "__main__":
    main()
