"""Programs made ready for the compiler: their syntax filled in, with trees of unchanged files kept.

The trees are CPython's own `ast`, encoded once per function; a client that submits the same file again costs a copy.
"""

import ast
import collections
import hashlib

from fora_gateway import syntax
from fora_gateway.wire import program_pb2, value_pb2

FILES_MAX = 64
SOURCE_BYTES_MAX = 16 << 20


class _File:
    """A parsed file and the encoded trees of what was asked for in it."""

    def __init__(self, text, path):
        self._file = syntax.File(text, path)
        self._trees = {}

    def function(self, name, line, column):
        return self._tree((name, line, column), lambda: [self._file.function(name, line, column)])

    def block(self, line):
        return self._tree(line, lambda: self._file.block(line))

    def _tree(self, key, find):
        tree = self._trees.get(key)
        if tree is None:
            tree = value_pb2.SyntaxTree()
            syntax.encode(find(), tree)
            self._trees[key] = tree
        return tree


class Syntax:
    """Fills in syntax trees. One thread at a time."""

    def __init__(self):
        self._files = collections.OrderedDict()

    def fill(self, program):
        """Errors: syntax.ConversionError; ValueError for a program that names a file which it doesn't have."""
        files = {}

        def file(index):
            if index not in files:
                if index >= len(program.graph.files):
                    raise ValueError(f"file {index} of {len(program.graph.files)} files")
                source = program.graph.files[index]
                files[index] = self._file(source.text, source.path)
            return files[index]

        for item in program.graph.objects:
            if item.WhichOneof("kind") == "function":
                function = item.function
                column = function.column if function.has_column else None
                function.syntax.CopyFrom(file(function.file).function(function.name, function.line, column))
        # A program that was made here brings its statements along.
        if program.WhichOneof("entry") == "block" and not program.block.syntax.nodes:
            block = program.block
            block.syntax.CopyFrom(file(block.file).block(block.line))

    def _file(self, text, path):
        if len(text) > SOURCE_BYTES_MAX:
            raise syntax.ConversionError(f"a source file is larger than {SOURCE_BYTES_MAX >> 20} MB", path)
        key = (path, hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
        file = self._files.get(key)
        if file is None:
            file = self._files[key] = _File(text, path)
            if len(self._files) > FILES_MAX:
                self._files.popitem(last=False)
        else:
            self._files.move_to_end(key)
        return file


def define_program(graph):
    """The program whose result is the value of an ObjectGraph: `value`, a name that is bound to its root."""
    program = program_pb2.Program(python_minor=11)
    program.graph.CopyFrom(graph)
    program.graph.files.add(path="<define>", text="value")
    block = program.block
    block.file = len(program.graph.files) - 1
    block.free.add(name="definition", ref=graph.root)
    block.results.append("value")
    syntax.encode(ast.parse("value = definition").body, block.syntax)
    return program


def module_program(path, text, result_name):
    """(serialised program, line): a whole file, and after it `result_name = main()`, on the line after the last."""
    statements = syntax.File(text, path).block(0)
    line = text.count("\n") + 2
    call = ast.parse(f"{result_name} = main()").body[0]
    ast.increment_lineno(call, line - 1)
    program = program_pb2.Program(python_minor=11)
    program.graph.files.add(path=path, text=text)
    program.block.results.append(result_name)
    syntax.encode([*statements, call], program.block.syntax)
    return program.SerializeToString(), line
