#!/usr/bin/python3
"""Tests of the generator, the shrinker and the runner, with tests/agree/fake_fora.py in the place of the engine."""
import ast
import os
import re
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
AGREE = os.path.join(os.path.dirname(HERE), "agree")
sys.path[:0] = [HERE, AGREE]

import check_corpus  # noqa: E402
import generate  # noqa: E402
import oracle  # noqa: E402
import run_fuzz  # noqa: E402
import shrink  # noqa: E402

PROGRAM = """# seed 0
import math

def f(x, y=2):
    z = [x * k for k in range(y)]
    if len(z) > 1:
        return sum(z) + math.floor(2.5)
    return 0

def main():
    out = []
    for i in range(4):
        try:
            out.append(f(i))
        except ValueError:
            out.append(None)
    return out, f(10) % 7
"""


class GeneratorTest(unittest.TestCase):
    def test_same_seed_same_program(self):
        self.assertEqual([generate.generate(seed) for seed in range(50)], [generate.generate(seed) for seed in range(50)])
        self.assertEqual(len({generate.generate(seed) for seed in range(50)}), 50)

    def test_the_same_program_in_another_process(self):
        command = [sys.executable, os.path.join(HERE, "generate.py"), "7"]
        for hash_seed in "12":
            done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": hash_seed}, capture_output=True, text=True)
            self.assertEqual(done.stdout, generate.generate(7))

    def test_programs_are_of_this_milestone_and_mostly_return(self):
        returned = 0
        for seed in range(1000, 1300):
            source = generate.generate(seed)
            self.assertEqual(list(check_corpus.constructs_of_later(ast.parse(source))), [], seed)
            answer = oracle.evaluate("x.py", source)
            self.assertNotIn("broken", answer, seed)
            returned += "value" in answer
        self.assertGreater(returned / 300, 0.8)
        self.assertLess(returned / 300, 0.97)  # errors are worth comparing too

    def test_variety(self):
        text = "".join(generate.generate(seed) for seed in range(600))
        kinds = {type(node).__name__ for node in ast.walk(ast.parse(text.replace("# seed", "\n# seed")))}
        wanted = """ClassDef Lambda ListComp GeneratorExp Try Raise Assert For While Break Continue IfExp BoolOp JoinedStr
            Starred AugAssign Subscript Slice Tuple List BitXor LShift Pow FloorDiv Mod Is In Return Invert NamedExpr""".split()
        self.assertEqual([kind for kind in wanted if kind not in kinds], [])
        constructs = """super().__init__|super().m|@property|.setter|@staticmethod|@classmethod|__call__|__getitem__|__len__|__eq__|
            __lt__|__contains__|__radd__|__bool__|finally:|raise\n|raise Failure(t) from e|from None|else:|*rest|*args, **kwargs|, /, |
            return lambda|key=|default=|reverse=True|start=|float('nan')|:=|isinstance(|type(|divmod(|zip(|
            enumerate(|map(|filter(|reversed(|int('"""
        self.assertEqual([word for word in constructs.replace("|\n            ", "|").split("|") if word not in text], [])
        self.assertGreater(len(set(re.findall(r"math\.(\w+)\(", text))), 40)


class ShrinkTest(unittest.TestCase):
    def test_reaches_a_minimal_program(self):
        small = shrink.shrink(PROGRAM, lambda text: "floor" in text)
        self.assertEqual(small.split("\n", 1)[0], "# seed 0")
        self.assertLess(len(small.splitlines()), 5, small)
        self.assertIn("floor", small)

    def test_keeps_what_matters(self):
        def still_fails(text):
            return oracle.evaluate("x.py", text).get("value", "").endswith(", 5)")

        self.assertTrue(still_fails(PROGRAM))
        small = shrink.shrink(PROGRAM, still_fails)
        self.assertTrue(still_fails(small), small)
        self.assertLess(len(small), len(PROGRAM) / 2)

    def test_ends_whatever_the_predicate_says(self):
        shrink.shrink(PROGRAM, lambda text: True)
        self.assertEqual(shrink.shrink(PROGRAM, lambda text: text == PROGRAM), PROGRAM)

    def test_limits(self):
        tries = []
        shrink.shrink(PROGRAM, lambda text: tries.append(text) or False, tries_max=10)
        self.assertLessEqual(len(tries), 10)


class ShareTest(unittest.TestCase):
    def test_chaos_seeds_are_used_evenly(self):
        paths = ["%d.py" % i for i in range(50)]
        shares = run_fuzz.share(["jit", "chaos=1", "chaos=2", "chaos=3", "chaos=4", "chaos=5", "client=1"], paths, 2)
        self.assertEqual([mode for mode, _ in shares], ["jit", "chaos=1", "chaos=2", "chaos=3", "chaos=4", "chaos=5", "client=1"])
        self.assertEqual([len(some) for _, some in shares], [50, 20, 20, 20, 20, 20, 50])
        times = [sum(path in some for mode, some in shares if mode.startswith("chaos")) for path in paths]
        self.assertEqual(set(times), {2})

    def test_all_seeds_unless_told(self):
        self.assertEqual(run_fuzz.share(["chaos=1", "chaos=2"], ["a"], None), [("chaos=1", ["a"]), ("chaos=2", ["a"])])


class DifferenceTest(unittest.TestCase):
    def test_values(self):
        def values(expected, got):
            return run_fuzz.difference({"value": expected}, {"value": got})

        self.assertEqual(values("([1, 2.0], 'a')", "([1, 2], 'a')"), ("value", "float", "int"))
        self.assertEqual(values("(1, 'a, b')", "(1, 'a, c')"), ("value", "str", "str"))
        self.assertEqual(values("[1, 2]", "[1]"), ("value", "end of item", "]"))
        self.assertEqual(values("(nan, True)", "(nan, None)"), ("value", "bool", "None"))
        self.assertEqual(values("-inf", "-1"), ("value", "float", "int"))

    def test_exceptions(self):
        index = {"exception": "IndexError", "message": "list index out of range", "lines": [3]}
        self.assertEqual(run_fuzz.difference(index, {**index, "lines": [4]}), ("lines", "IndexError"))
        self.assertEqual(run_fuzz.difference(index, {**index, "message": "no"}), ("message", "IndexError"))
        self.assertEqual(run_fuzz.difference(index, {**index, "exception": "KeyError"}), ("exception", "IndexError", "KeyError"))
        self.assertEqual(run_fuzz.difference(index, {"value": "1"}), ("no exception", "IndexError"))
        self.assertEqual(run_fuzz.difference({"value": "1"}, index), ("exception", None, "IndexError"))

    def test_failures(self):
        def failure(**got):
            return run_fuzz.difference({"value": "1"}, got)

        self.assertEqual(failure(hang=3.0), failure(hang=20.0))
        self.assertEqual(failure(error="register 12 is empty"), failure(error="register 7 is empty"))
        self.assertNotEqual(failure(crash="killed by SIGABRT"), failure(crash="killed by SIGSEGV"))
        self.assertNotEqual(failure(crash="SIGABRT", stderr="a.cc:12 check x"), failure(crash="SIGABRT", stderr="b.cc:3 check y"))


class RunnerTest(unittest.TestCase):
    def run_fuzz(self, fault, *options):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, os.path.join(HERE, "run_fuzz.py"), "--fora", os.path.join(AGREE, "fake_fora.py"),
                       "--count", "40", "--seed", "1", "--mode", "interpret", "--timeout", "3", "--failures", folder, *options]
            done = subprocess.run(command, env={**os.environ, "FAKE_FORA": fault}, capture_output=True, text=True,
                                  timeout=300)
            self.assertEqual(done.stderr, "")
            kept = [name for name in os.listdir(folder) if name.startswith("min-")]
        last = re.fullmatch(r"(\d+) passed, (\d+) failed", done.stdout.splitlines()[-1])
        return done.returncode, int(last[1]), int(last[2]), kept, done.stdout

    def test_agreement(self):
        self.assertEqual(self.run_fuzz("", "--mode", "jit,chaos:2")[:4], (0, 120, 0, []))

    def test_wrong_value_is_shrunk(self):
        code, passed, failed, kept, output = self.run_fuzz("wrong@abs(", "--shrink-max", "1")
        self.assertEqual((code, passed + failed), (1, 40), output)
        self.assertGreater(failed, 0)
        self.assertEqual(len(kept), 1)
        shrunk = output[output.index("shrunk to:"):output.index("expected:", output.index("shrunk to:"))]
        self.assertIn("abs(", shrunk)
        self.assertLess(len(shrunk.splitlines()), 12, shrunk)

    def test_crash_is_shrunk(self):
        code, _, failed, kept, output = self.run_fuzz("crash@sorted(", "--shrink-max", "1")
        self.assertEqual(code, 1)
        self.assertGreater(failed, 0)
        self.assertEqual(len(kept), 1)
        self.assertIn("killed by SIGABRT", output)

    def test_wrong_traceback_is_seen(self):
        code, passed, failed, _, output = self.run_fuzz("lines@def", "--shrink-max", "1")
        self.assertEqual((code, passed + failed), (1, 40), output)

    def test_too_much_unsupported(self):
        code, _, failed, _, output = self.run_fuzz("unsupported@abs(")
        self.assertEqual((code, failed), (1, 0), output)
        self.assertIn("that is more than 2 %", output)
        self.assertIn("times: not yet", output)


def main():
    result = unittest.main(exit=False, warnings="ignore").result
    failed = len(result.failures) + len(result.errors)
    print("%d passed, %d failed" % (result.testsRun - failed, failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
