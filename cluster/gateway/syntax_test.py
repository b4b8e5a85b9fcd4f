"""Run by any Python 3.11: python3 -m unittest cluster.gateway.syntax_test"""

import ast
import unittest

from cluster.gateway import syntax


class FindTest(unittest.TestCase):
    SOURCE = (
        "@decorate\n"
        "def f(x):\n"
        "    return lambda y: y, lambda z: z\n"
        "with connect():\n"
        "    a = 1\n"
        "    b = 2\n"
    )

    def setUp(self):
        self.file = syntax.File(self.SOURCE, "f.py")

    def test_function_by_its_first_decorator(self):
        self.assertEqual(self.file.function("f", 1).lineno, 2)

    def test_lambda_by_column(self):
        self.assertEqual(self.file.function("<lambda>", 3, 24).args.args[0].arg, "z")

    def test_two_lambdas_on_a_line_are_refused(self):
        with self.assertRaisesRegex(syntax.ConversionError, "several functions"):
            self.file.function("<lambda>", 3)

    def test_block(self):
        self.assertEqual([type(s) for s in self.file.block(4)], [ast.Assign, ast.Assign])
        self.assertEqual(len(self.file.block(0)), 2)

    def test_missing(self):
        with self.assertRaisesRegex(syntax.ConversionError, "can't be found"):
            self.file.function("g", 1)

    def test_syntax_error(self):
        with self.assertRaises(syntax.ConversionError) as caught:
            syntax.File("x = (", "f.py")
        self.assertEqual((caught.exception.path, caught.exception.line), ("f.py", 1))


if __name__ == "__main__":
    unittest.main()
