"""with-blocks and functions in every place where Python code is written."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import textwrap
import time

import pytest

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)

PREPARE = """
import pyfora
executed = []
executor = pyfora.connect({url!r}, token='secret')
"""
BLOCK = """
with executor.remotely.downloadAll():
    executed.append(1)
    x = 40 + 2
"""
CHECK = """
print('x is', x, 'executed', executed)
executor.close()
"""


@pytest.fixture(scope="module")
def answering():
    """A fake server in a process of its own; every block assigns x = 42."""
    process = subprocess.Popen(
        [sys.executable, os.path.join(HERE, "fake_server.py"), json.dumps({"x": 42})],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    yield process.stdout.readline().strip()
    process.stdin.close()
    process.wait(10)


def environment(**more):
    return {**os.environ, "PYTHONPATH": PACKAGE, "PYTHONDONTWRITEBYTECODE": "1", **more}


def run(arguments, **keywords):
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=60, **{"env": environment(), **keywords}
    )
    return done.stdout, done.stderr


def program(url):
    return PREPARE.format(url=url) + BLOCK + CHECK


def in_function(url):
    return (
        PREPARE.format(url=url)
        + textwrap.dedent("""
        def work():
            def inner():
                with executor.remotely.downloadAll(): x = executed.append(1)
                return x
            return inner()
        x = work()
    """)
        + CHECK
    )


GOOD = "x is 42 executed []"


@pytest.mark.parametrize("make", [program, in_function])
@pytest.mark.parametrize("options", [[], ["-O"], ["-OO"], ["-I"], ["-X", "no_debug_ranges"]])
def test_script(answering, tmp_path, make, options):
    script = tmp_path / "script.py"
    head = f"import sys; sys.path.insert(0, {PACKAGE!r})\n"
    script.write_text(head + make(answering))
    out, err = run([*options, str(script)])
    assert GOOD in out, err


def test_module(answering, tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("")
    (tmp_path / "package" / "work.py").write_text(program(answering))
    out, err = run(["-m", "package.work"], cwd=tmp_path)
    assert GOOD in out, err


def test_compiled_module(answering, tmp_path):
    (tmp_path / "work_module.py").write_text(program(answering))
    keywords = dict(cwd=tmp_path, env={**os.environ, "PYTHONPATH": f"{PACKAGE}:{tmp_path}"})
    for _ in range(2):
        out, err = run(["-c", "import work_module"], **keywords)
        assert GOOD in out, err


def test_zipped_module(answering, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "app.zip", "w") as archive:
        archive.writestr("__main__.py", "import zipped")
        archive.writestr("zipped.py", program(answering))
    out, err = run([str(tmp_path / "app.zip")])
    assert GOOD in out, err


@pytest.mark.parametrize("make", [program, in_function])
@pytest.mark.parametrize("options", [["-c"], ["-Oc"], ["-W", "ignore", "-X", "utf8", "-Bc"]])
def test_command_line(answering, make, options):
    out, err = run([*options, make(answering), "argument"])
    assert GOOD in out, err
    out, err = run(["-c" + make(answering)])
    assert GOOD in out, err


def test_code_given_to_exec_has_no_source(answering):
    code = PREPARE.format(url=answering) + f"exec({BLOCK!r})\n"
    out, err = run(["-c", code])
    assert "PythonToForaConversionError" in err and "exec()" in err and "define it in a file" in err, err


def test_code_of_a_file_that_is_gone_is_not_taken_from_the_script(answering, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(PREPARE.format(url=answering) + f"exec(compile({BLOCK!r}, 'gone.py', 'exec'))\n")
    out, err = run([str(script)])
    assert "PythonToForaConversionError" in err and "source text is not available" in err and "gone.py" in err, err


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_script_from_a_pipe(answering, arguments):
    code = PREPARE.format(url=answering) + BLOCK + "print('not reached')"
    out, err = run(arguments, input=code)
    assert "not reached" not in out
    assert "PythonToForaConversionError" in err and "pipe" in err and "save the program to a file" in err, err


def test_script_from_a_redirected_file(answering, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(program(answering))
    with open(script) as stdin:
        out, err = run([], stdin=stdin)
    assert GOOD in out, err


@pytest.mark.parametrize("make", [program, in_function])
def test_under_coverage(answering, tmp_path, make):
    pytest.importorskip("coverage")
    script = tmp_path / "script.py"
    script.write_text(make(answering))
    for core in ("ctrace", "pytrace") + (("sysmon",) if sys.version_info >= (3, 12) else ()):
        out, err = run(
            ["-m", "coverage", "run", "--data-file", str(tmp_path / "data"), str(script)],
            env=environment(COVERAGE_CORE=core),
        )
        assert GOOD in out, (core, err)
        out, err = run(
            ["-m", "coverage", "json", "--data-file", str(tmp_path / "data"), "-o", "-", "--include", str(script)]
        )
        (report,) = json.loads(out)["files"].values()
        lines = script.read_text().splitlines()
        assert lines.index("print('x is', x, 'executed', executed)") + 1 in report["executed_lines"], core


def test_under_pdb(answering, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(program(answering))
    line = program(answering).splitlines().index("print('x is', x, 'executed', executed)") + 1
    out, err = run(["-m", "pdb", str(script)], input=f"b {line}\nc\np ('x', x, executed)\nc\nq\n")
    assert "('x', 42, [])" in out, (out, err)


# ---- interactive ----

QUIET = "the shell redraws the line with every key: it is done when it says no more"


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, arguments, **more):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, *arguments], environment(**more))
        self.output = ""

    def type(self, text, until):
        for line in text.strip("\n").split("\n"):
            os.write(self.fd, line.encode() + b"\n")
            self.read(until)
        os.write(self.fd, b"\n")
        self.read(until)

    def read(self, until, timeout_s=10.0):
        seen, deadline = "", time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if select.select([self.fd], [], [], 0.5 if until is QUIET else 0.1)[0]:
                try:
                    seen += os.read(self.fd, 65536).decode("utf-8", "replace")
                except OSError:
                    break
            elif until is QUIET and seen:
                break
            if until is not QUIET and re.search(until, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)):
                break
        self.output += seen
        return seen

    def close(self):
        os.write(self.fd, b"\x04")
        self.read("$^", 0.3)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


PROMPT = r"(>>>|\.\.\.) ?$"


@pytest.mark.parametrize("shell", ["basic", "console"] + (["new"] if sys.version_info >= (3, 13) else []))
def test_interactive_shell(answering, tmp_path, shell):
    arguments = ["-q"]
    if shell == "console":
        arguments = ["-c", "import readline, code; code.interact('')"]
    terminal = Terminal(
        arguments,
        TERM="xterm" if shell == "new" else "dumb",
        HOME=str(tmp_path),
        COLUMNS="200",
        PYTHON_BASIC_REPL="" if shell == "new" else "1",
    )
    prompt = QUIET if shell == "new" else PROMPT
    terminal.read(prompt)
    terminal.type(PREPARE.format(url=answering), prompt)
    terminal.type("executor", prompt)  # a value is shown
    if shell == "new":
        terminal.type("with executor.remotely.downloadAll(): x = executed.append(1)", prompt)
    else:
        terminal.type(BLOCK, prompt)
    terminal.type("print('x is', x, 'executed', executed)", prompt)
    terminal.type("def f(y): return y + x", prompt)
    terminal.type("executor.submit(f, 1).exception(10)", prompt)
    terminal.type("print('and', 'done')", prompt)
    terminal.close()
    output = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.output)
    assert GOOD in output, output
    assert "and done" in output and "ConversionError" not in output, output


def test_interactive_shell_without_history(answering, tmp_path):
    keeps_source = sys.version_info >= (3, 13)
    terminal = Terminal(["-q", "-I", "-S"], TERM="dumb", HOME=str(tmp_path), COLUMNS="200")
    terminal.read(PROMPT)
    terminal.type(f"import sys; sys.path += {[PACKAGE] + sys.path!r}", PROMPT)
    terminal.type("sys.modules['readline'] = None", PROMPT)
    terminal.type(PREPARE.format(url=answering), PROMPT)
    terminal.type(BLOCK, PROMPT)
    terminal.type("print('executed', executed)", PROMPT)
    terminal.close()
    if not keeps_source:
        assert "this shell keeps none" in terminal.output and "use IPython or Python 3.13" in terminal.output, (
            terminal.output
        )
    assert ("ConversionError" in terminal.output) != keeps_source
    assert "executed []" in terminal.output


def test_ipython(answering, tmp_path):
    pytest.importorskip("IPython")
    cells = [
        PREPARE.format(url=answering),
        BLOCK,
        "print('x is', x, 'executed', executed)",
        "f = lambda y: y + x",
        "executor.submit(f, 1).exception(10)",
        "%%time\nwith executor.remotely.downloadAll():\n    z = executed.append(1)\n    x = 1",
        "print('and x is', x, executed)",
        "executor.close()",
    ]
    runner = tmp_path / "cells.py"
    runner.write_text(
        textwrap.dedent(f"""
        from IPython.core.interactiveshell import InteractiveShell
        shell = InteractiveShell.instance()
        for cell in {cells!r}:
            shell.run_cell(cell, store_history=True)
    """)
    )
    out, err = run([str(runner)], env=environment(HOME=str(tmp_path), IPYTHONDIR=str(tmp_path)))
    assert GOOD in out and "and x is 42 []" in out and "Error" not in out, out + err


def test_notebook(answering, tmp_path):
    pytest.importorskip("ipykernel")
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(
        kernel_name="python3", env=environment(HOME=str(tmp_path), IPYTHONDIR=str(tmp_path)), cwd=str(tmp_path)
    )
    try:
        output = []

        def show(message):
            content = message["content"]
            output.append(content.get("text", "") or "\n".join(content.get("traceback", ())))

        for cell in (
            PREPARE.format(url=answering),
            BLOCK,
            "print('x is', x, 'executed', executed)",
            "def f(y):\n    return y + x\nexecutor.submit(f, 1).exception(10)\nexecutor.close()",
        ):
            client.execute_interactive(cell, output_hook=show, timeout=60)
        assert GOOD in "".join(output) and "Error" not in "".join(output), output
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
