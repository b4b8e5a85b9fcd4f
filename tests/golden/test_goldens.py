#!/usr/bin/python3
"""Tests of tools/goldens, with a shell script in the place of fora: it must see what differs and say how to accept it."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/agree"))

import run_agree  # noqa: E402

PROGRAM = "# Shows a sum.\ndef main():\n    return 1 + 1\n"
GOLDEN = PROGRAM + "# > fora dump --phase=lower\n# >  lower of program.py\n# >\n# >  end\n"
# The section is what would be passed to fora; an unknown phase fails.
FORA = """#!/bin/sh
case $2 in
  --phase=llvm) printf '; ModuleID\\ndeclare void @g() #1\\n\\ndefine void @f() #0 {\\n  ret void\\n}\\n\\nattributes #0 = { x }\\n' ;;
  --phase=lower | --phase=infer) printf '%s of %s\\n\\nend\\n' "${2#--phase=}" "$(basename "$3")" ;;
  *) echo "no such phase" >&2; exit 2 ;;
esac
"""


class GoldensTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "program.py"
        self.fora = pathlib.Path(folder.name) / "fora"
        self.fora.write_text(FORA)
        self.fora.chmod(0o755)

    def goldens(self, text, *options):
        """(passed, failed, what it says) of tools/goldens on the text as a file."""
        self.file.write_text(text)
        done = subprocess.run([ROOT / "tools/goldens", "--fora", self.fora, *options, self.file], capture_output=True,
                              text=True, timeout=60)
        last = re.fullmatch(r"(\d+) passed, (\d+) failed", done.stdout.splitlines()[-1])
        counts = int(last[1]), int(last[2])
        self.assertEqual(done.returncode, 0 if counts[0] and not counts[1] else 1)
        return *counts, done.stderr

    def test_what_is_as_it_should_be(self):
        self.assertEqual(self.goldens(GOLDEN), (1, 0, ""))

    def test_a_difference_is_shown_with_the_command_that_accepts_it(self):
        passed, failed, said = self.goldens(GOLDEN.replace("lower of", "upper of"))
        self.assertEqual((passed, failed), (0, 1))
        self.assertIn("-upper of program.py\n+lower of program.py\n", said)
        self.assertRegex(said, r"tools/goldens --update \S+program\.py")

    def test_update_fills_in_a_section_of_which_only_the_command_stands(self):
        passed, failed, _ = self.goldens(GOLDEN + "# > fora dump --phase=infer\n", "--update")
        self.assertEqual((passed, failed), (2, 0))
        self.assertEqual(self.file.read_text(), GOLDEN + "# > fora dump --phase=infer\n# >  infer of program.py\n# >\n# >  end\n")

    def test_a_dump_that_fails_is_not_written(self):
        text = GOLDEN + "# > fora dump --phase=guess\n"
        passed, failed, said = self.goldens(text, "--update")
        self.assertEqual((passed, failed), (1, 1))
        self.assertIn("no such phase", said)
        self.assertEqual(self.file.read_text(), text)

    def test_of_llvm_the_definitions_are_kept(self):
        self.goldens(PROGRAM + "# > fora dump --phase=llvm\n", "--update")
        self.assertEqual(self.file.read_text(), PROGRAM + "# > fora dump --phase=llvm\n# >  define void @f() {\n# >    ret void\n# >  }\n")

    def test_a_file_without_sections_is_no_golden(self):
        self.assertEqual(self.goldens(PROGRAM)[:2], (0, 1))

    def test_programs_are_run_for_agreement(self):
        programs = {os.path.abspath(path) for path in run_agree.find_programs([])}
        for file in (ROOT / "tests/golden").glob("*/*.py"):
            if "def main():" in file.read_text():
                self.assertIn(str(file), programs)


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    failed = len(result.failures) + len(result.errors)
    print("%d passed, %d failed" % (result.testsRun - failed, failed))
    sys.exit(1 if failed else 0)
