#!/usr/bin/python3
"""A stand-in for `fora run` that answers with CPython, to test the runners without an engine.

FAKE_FORA=FAULT@TEXT injects a fault into programs whose source contains TEXT:
    wrong       a value that is not CPython's         message    the exception with another message
    lines       the exception with another traceback  unsupported  PythonToForaConversionError in line 1
    invalid     InvalidPyforaOperation                crash      the process aborts
    hang        no answer                             garbage    an answer that is not JSON
    late-crash  a right answer, then the process dies
"""
import json
import os
import sys
import time

import oracle


def answer(path):
    result = oracle.evaluate(path)
    result.pop("lines_inlined", None)
    fault, _, text = os.environ.get("FAKE_FORA", "").partition("@")
    with open(path, encoding="utf-8") as file:
        if fault and text in file.read():
            result = inject(fault, result)
    return result


def inject(fault, result):
    if fault == "wrong" and "value" in result:
        return {"value": "'wrong'"}
    if fault == "message" and "exception" in result:
        return {**result, "message": "another message"}
    if fault == "lines" and "exception" in result:
        return {**result, "lines": [1] + result["lines"]}
    if fault == "unsupported":
        return {"unsupported": "not yet", "line": 1}
    if fault == "invalid":
        return {"invalid": "mutation of an aliased list"}
    if fault == "crash":
        print("fake_fora: an injected crash", file=sys.stderr, flush=True)
        os.abort()
    if fault == "hang":
        time.sleep(3600)
    if fault == "garbage":
        return {**result, "garbage": True}
    if fault == "late-crash":
        return {**result, "late": True}
    return result


def main():
    questions, answers = oracle.channels()
    arguments = [word for word in sys.argv[2:] if not word.startswith("--")]
    paths = (line.rstrip("\n") for line in questions) if "--batch" in sys.argv else arguments
    for path in paths:
        result = answer(path)
        late = result.pop("late", False)
        if result.pop("garbage", False):
            answers.write("an assertion failed, said something else\n")
        answers.write(json.dumps({"file": path, **result}) + "\n")
        answers.flush()
        if late:
            os.abort()


if __name__ == "__main__":
    main()
