"""CPython as an engine: the same contract as `fora run --batch`, answered by running the program here.

Reads file names from standard input, one per line, and writes one JSON line each:
    {"file", "value"} | {"file", "exception", "message", "lines", "lines_inlined"} | {"file", "broken"}
`lines` is the traceback as this CPython has it. `lines_inlined` is the traceback without the extra frame of a list
comprehension, as CPython has it from 3.12 on (PEP 709); an engine may give either. `broken` is a program that is not a
good test: it does not parse, has no main(), or returns something that has no agreed repr.
"""
import ast
import dis
import json
import os
import sys
import types

PLAIN = (int, float, bool, str, type(None))


def evaluate(path, source=None):
    """Runs the program in CPython; returns its outcome. `source` saves reading the file."""
    if source is None:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    try:
        tree = ast.parse(source, path)
    except (SyntaxError, ValueError) as error:
        return {"broken": "does not parse: %s" % error}
    if not any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
        return {"broken": "has no main()"}
    module = types.ModuleType("__main__")  # as a script: messages may name the module
    try:
        exec(compile(tree, path, "exec"), module.__dict__)
        value = module.main()
    except RecursionError:
        return {"broken": "exceeds the recursion limit"}
    except Exception as error:
        return exception_outcome(error, path)
    if not is_plain(value):
        return {"broken": "returns a %s" % type(value).__name__}
    try:
        return {"value": repr(value)}
    except ValueError as error:
        return {"broken": "its result has no repr: %s" % error}


def exception_outcome(error, path):
    frames = []
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            frames.append((trace.tb_frame.f_code.co_name, line_of(trace, error)))
        trace = trace.tb_next
    inlined = []
    for name, line in frames:
        if name == "<listcomp>" and inlined:
            inlined.pop()
        inlined.append(line)
    return {
        "exception": type(error).__name__,
        "message": str(error),
        "lines": [line for _, line in frames],
        "lines_inlined": inlined,
    }


def line_of(trace, error):
    """tb_lineno; but CPython 3.11 joins `store a; load b` into one instruction in code that has run for a while, and then
    gives the store's line for a `b` that is unbound. It is the load's."""
    if trace.tb_next is not None or not isinstance(error, UnboundLocalError):
        return trace.tb_lineno
    instructions = list(dis.get_instructions(trace.tb_frame.f_code))
    for here, following in zip(instructions, instructions[1:]):
        if here.offset == trace.tb_lasti and not loads(here, error) and loads(following, error):
            return following.positions.lineno
    return trace.tb_lineno


def loads(instruction, error):
    return instruction.opname.startswith("LOAD_FAST") and "'%s'" % instruction.argval in str(error)


def is_plain(value):
    if type(value) in (tuple, list):
        return all(is_plain(item) for item in value)
    return type(value) in PLAIN


def channels():
    """(questions, answers): the standard streams, out of reach of programs, which read nothing and print nowhere."""
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return questions, answers


def main():
    questions, answers = channels()
    for line in questions:
        path = line.rstrip("\n")
        answers.write(json.dumps({"file": path, **evaluate(path)}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
