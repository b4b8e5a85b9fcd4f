#!/usr/bin/python3
"""Tests of the runner itself, with fake_fora.py in the place of the engine: every fault must be seen and named."""
import os
import re
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import engine  # noqa: E402
import oracle  # noqa: E402
import outcome  # noqa: E402

VALUE = "# shows a value\ndef main():\n    return [1, 'two', 3.0, None]\n"
RAISES = "# shows an error\ndef f(x):\n    return 1 // x\n\ndef main():\n    return f(0)\n"
ENDLESS = "# never ends\ndef main():\n    while True:\n        pass\n"
OPAQUE = "# returns what has no agreed repr\ndef main():\n    return main\n"
LATER = "# uses a dict\ndef main():\n    return {}.get(1)  # <-- unsupported\n"
ALIASED = "# changes an aliased list\ndef main():\n    a = [1]\n    b = a\n    b.append(2)\n    return a\n"


class RunnerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def program(self, name, source):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)

    def run_agree(self, fault="", *options):
        """(exit code, passed, failed, output) of the runner on all programs, with the fault injected."""
        command = [sys.executable, os.path.join(HERE, "run_agree.py"), "--fora", os.path.join(HERE, "fake_fora.py"),
                   "--programs", os.path.join(self.folder, "**", "*.py"), "--cache", os.path.join(self.folder, "cache"),
                   "--mode", "jit", "--timeout", "2", "--jobs", "2", *options]
        done = subprocess.run(command, env={**os.environ, "FAKE_FORA": fault}, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.stderr, "")
        last = re.fullmatch(r"(\d+) passed, (\d+) failed", done.stdout.splitlines()[-1])
        return done.returncode, int(last[1]), int(last[2]), done.stdout

    def assert_one_failure(self, fault, text, passed=1):
        code, passed_count, failed, output = self.run_agree(fault)
        self.assertEqual((code, passed_count, failed), (1, passed, 1), output)
        self.assertIn(text, output)
        self.assertIn("fake_fora.py run --tier=jit", output)

    def test_agreement(self):
        self.program("a.py", VALUE)
        self.program("b.py", RAISES)
        code, passed, failed, output = self.run_agree("", "--mode", "interpret,chaos:3")
        self.assertEqual((code, passed, failed), (0, 8, 0), output)

    def test_wrong_value(self):
        self.program("a.py", VALUE)
        self.program("b.py", RAISES)
        self.assert_one_failure("wrong@def", "got:      value 'wrong'")

    def test_wrong_message(self):
        self.program("a.py", VALUE)
        self.program("b.py", RAISES)
        self.assert_one_failure("message@def", "ZeroDivisionError: another message, lines [6, 3]")

    def test_wrong_traceback(self):
        self.program("a.py", VALUE)
        self.program("b.py", RAISES)
        self.assert_one_failure("lines@def", "lines [1, 6, 3]")

    def test_unsupported_is_wrong_among_programs(self):
        self.program("a.py", VALUE)
        self.program("b.py", RAISES)
        self.assert_one_failure("unsupported@1 // x", "unsupported: not yet (line 1)")

    def test_crash_names_the_program(self):
        for name in "abcde":
            self.program(name + ".py", VALUE)
        self.program("boom.py", RAISES)
        self.assert_one_failure("crash@1 // x", "crash: killed by SIGABRT", passed=5)
        self.assertIn("an injected crash", self.run_agree("crash@1 // x")[3])

    def test_hang_names_the_program(self):
        for name in "abc":
            self.program(name + ".py", VALUE)
        self.program("stuck.py", RAISES)
        self.assert_one_failure("hang@1 // x", "no answer in 2 s", passed=3)

    def test_late_crash_is_not_blamed_on_the_next_program_alone(self):
        self.program("a.py", RAISES)
        self.program("b.py", VALUE)
        code, passed, failed, output = self.run_agree("late-crash@1 // x", "--jobs", "1")
        self.assertEqual((code, passed, failed), (1, 1, 1), output)
        self.assertIn("not when run alone", output)

    def test_garbage(self):
        self.program("a.py", VALUE)
        self.program("b.py", RAISES)
        code, _, failed, output = self.run_agree("garbage@1 // x")
        self.assertEqual((code, failed), (1, 1), output)
        self.assertIn("an assertion failed", output)

    def test_fail_fast(self):
        for name in "abcdef":
            self.program(name + ".py", VALUE)
        self.assertEqual(self.run_agree("wrong@def", "--fail-fast")[2], 1)

    def test_programs_that_are_no_tests(self):
        self.program("a.py", ENDLESS)
        self.program("b.py", OPAQUE)
        self.program("c.py", VALUE)
        code, passed, failed, output = self.run_agree()
        self.assertEqual((code, passed, failed), (1, 1, 2), output)
        self.assertIn("no answer in 2 s", output)
        self.assertIn("returns a function", output)

    def test_cpython_is_asked_once(self):
        self.program("a.py", VALUE)
        self.run_agree()
        (name,) = os.listdir(os.path.join(self.folder, "cache"))
        path = os.path.join(self.folder, "cache", name)
        with open(path, encoding="utf-8") as file:
            known = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(known.replace("'two'", "'2'"))
        self.assertEqual(self.run_agree()[2], 1)  # compared with what the cache says
        self.program("a.py", VALUE + "\n")
        self.assertEqual(self.run_agree()[2], 0)  # another content: asked anew

    def test_unsupported_folder(self):
        self.program("unsupported/a.py", LATER)
        self.assertEqual(self.run_agree()[:3], (0, 1, 0))
        self.assertEqual(self.run_agree("unsupported@def")[:3], (1, 0, 1))  # the fake says line 1
        self.program("unsupported/a.py", LATER.replace("# uses a dict", "x = {}  # <-- unsupported"))
        self.assertEqual(self.run_agree("unsupported@def")[:3], (0, 1, 0))
        self.assertEqual(self.run_agree("wrong@def")[:3], (1, 0, 1))
        self.assertEqual(self.run_agree("invalid@def")[:3], (1, 0, 1))

    def test_invalid_folder(self):
        self.program("invalid/a.py", ALIASED)
        self.assertEqual(self.run_agree()[:3], (1, 0, 1))  # CPython's answer is not the one that is asked for
        self.assertEqual(self.run_agree("invalid@def")[:3], (0, 1, 0))
        self.assertEqual(self.run_agree("wrong@def")[:3], (1, 0, 1))
        self.assertEqual(self.run_agree("unsupported@def")[:3], (1, 0, 1))

    def test_engine_that_cannot_start(self):
        self.program("a.py", VALUE)
        done = subprocess.run([sys.executable, os.path.join(HERE, "run_agree.py"), "--fora", "/nonexistent/fora", "--mode",
                               "jit", "--programs", os.path.join(self.folder, "*.py"), "--cache", self.folder],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot run /nonexistent/fora: No such file or directory", done.stderr)


class TogetherTest(unittest.TestCase):
    """Programs that a process has all at once."""

    def run_together(self, fault, sources):
        with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.dict(os.environ, FAKE_FORA=fault):
            paths = [os.path.join(folder, "%d.py" % number) for number in range(len(sources))]
            for path, source in zip(paths, sources):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(source)
            with engine.Engine([sys.executable, os.path.join(HERE, "fake_fora.py"), "run", "--batch"], 2.0) as process:
                outcomes = process.run_together(paths)
        return [outcomes[path] for path in paths]

    def test_all_answer(self):
        self.assertEqual([next(iter(got)) for got in self.run_together("", [VALUE, RAISES, VALUE])], ["value", "exception", "value"])

    def test_only_the_one_that_crashes_is_blamed(self):
        got = self.run_together("crash@1 // x", [VALUE, RAISES, VALUE, VALUE])
        self.assertEqual([next(iter(outcome_)) for outcome_ in got], ["value", "crash", "value", "value"])

    def test_only_the_one_that_hangs_is_blamed(self):
        got = self.run_together("hang@1 // x", [VALUE, RAISES, VALUE])
        self.assertEqual([next(iter(outcome_)) for outcome_ in got], ["value", "hang", "value"])

    def test_a_crash_is_not_forgotten_when_each_runs_alone(self):
        got = self.run_together("late-crash@1 // x", [RAISES, VALUE])
        self.assertIn("crash", got[1])
        self.assertIn("not when run alone", got[1]["note"])


class OutcomeTest(unittest.TestCase):
    def test_comprehension_frames(self):
        expected = oracle.evaluate("x.py", "def main():\n    return [\n        1 // x for x in (1, 0)]\n")
        self.assertEqual((expected["lines"], expected["lines_inlined"]), ([2, 3], [3]))
        got = {"exception": "ZeroDivisionError", "message": expected["message"]}
        self.assertTrue(outcome.same(expected, {**got, "lines": [2, 3]}))
        self.assertTrue(outcome.same(expected, {**got, "lines": [3]}))
        self.assertFalse(outcome.same(expected, {**got, "lines": [2]}))

    def test_line_of_an_unbound_name_in_code_that_ran_for_a_while(self):
        body = "    for i in range(%d):\n        pass\n    a = 0\n    if b:\n        b = 1\n"
        for turns in (1, 2000):
            outcome = oracle.evaluate("x.py", "def main():\n" + body % turns)
            self.assertEqual((outcome["exception"], outcome["lines"]), ("UnboundLocalError", [5]))

    def test_module_body_and_main_are_traced(self):
        self.assertEqual(oracle.evaluate("x.py", "x = 1 // 0\ndef main():\n    pass\n")["lines"], [1])

    def test_types_of_values_matter(self):
        for source, text in (("1", "1"), ("True", "True"), ("1.0", "1.0"), ("(1,)", "(1,)"), ("[1]", "[1]")):
            self.assertEqual(oracle.evaluate("x.py", "def main():\n    return " + source), {"value": text})

    def test_kinds(self):
        self.assertEqual(outcome.kind_of("tests/agree/programs/ints/a.py"), "agree")
        self.assertEqual(outcome.kind_of("tests/agree/unsupported/a.py"), "unsupported")
        self.assertEqual(outcome.kind_of("../invalid/a.py"), "invalid")

    def test_modes(self):
        self.assertEqual(engine.parse_modes("jit,chaos:2,chaos=9,client=2"), ["jit", "chaos=1", "chaos=2", "chaos=9", "client=2"])
        chaos = engine.make_mode("chaos=2", ["fora"])
        self.assertEqual(chaos.command, ["fora", "run", "--tier=auto", "--chaos=2", "--threads=4", "--batch"])
        for wrong in ("", "fast", "chaos", "chaos:x", "jit:2", "client", "client=0"):
            with self.assertRaises(ValueError):
                engine.parse_modes(wrong)


def main():
    result = unittest.main(exit=False, warnings="ignore").result
    failed = len(result.failures) + len(result.errors)
    print("%d passed, %d failed" % (result.testsRun - failed, failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
