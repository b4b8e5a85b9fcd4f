#!/usr/bin/python3
"""The interpreter alone as an engine of tests/agree: `run_agree.py --fora tests/drive/drive.py --mode interpret`.

Needs the message classes of proto/ (DRIVE_PROTO: a folder made by `protoc --python_out`) and the binary
//tests/drive:interpret_programs (DRIVE_BINARY).
"""
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.environ.get("DRIVE_PROTO", os.path.join(ROOT, "bazel-bin")))
sys.path.insert(0, os.path.join(ROOT, "cluster", "gateway"))

from proto import program_pb2  # noqa: E402
import syntax  # noqa: E402

RESULT = "fora_result_of_main"


def main():
    binary = os.environ.get("DRIVE_BINARY", os.path.join(ROOT, "bazel-bin", "tests", "drive", "interpret_programs"))
    engine = subprocess.Popen([binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    with tempfile.NamedTemporaryFile(suffix=".program") as file:
        for line in sys.stdin:
            path = line.rstrip("\n")
            try:
                program = make_program(path)
            except syntax.ConversionError as error:
                answer = {"unsupported": error.message, "line": error.line}
            else:
                with open(file.name, "wb") as out:
                    out.write(program.SerializeToString())
                engine.stdin.write(file.name + "\n")
                engine.stdin.flush()
                reply = engine.stdout.readline()
                if not reply:
                    sys.exit(engine.wait() and 1)
                answer = json.loads(reply)
            print(json.dumps({**answer, "file": path}), flush=True)


def make_program(path):
    program = program_pb2.Program(python_minor=sys.version_info[1])
    with open(path, encoding="utf-8") as file:
        text = file.read()
    program.graph.files.add(path=path, text=text + "\n%s = main()\n" % RESULT)
    program.block.results.append(RESULT)
    syntax.fill_program(program)
    return program


if __name__ == "__main__":
    main()
