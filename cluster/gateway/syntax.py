"""Syntax trees for the compiler: CPython's own `ast`, written into the wire's SyntaxTree messages.

    fill_program(program)     puts its syntax beside each function of the program, and the block's statements in it

The walk is generic (`_fields`, in order), so that what is supported is decided in one place, compiler/parse. Messages
are only filled in, never made, so that this module needs no generated code of its own.
"""

import ast
import functools
import warnings

POSITIONS = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class ConversionError(Exception):
    """Source that CPython's parser refuses, or code that can't be found in it.

    Attributes: message; path and line of the place (line 0: unknown); column from 0.
    """

    def __init__(self, message, path="", line=0, column=0):
        super().__init__(message)
        self.message, self.path, self.line, self.column = message, path, line, column


class File:
    """One parsed source file, and where its functions and with-blocks stand."""

    def __init__(self, text, path):
        self.path = path
        self.tree = _parse(text, path)

    @functools.cached_property
    def _functions(self):
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Lambda):
                found.setdefault((node.lineno, "<lambda>"), []).append(node)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                # co_firstlineno is the line of the first decorator, if any.
                lines = {node.lineno} | {d.lineno for d in node.decorator_list[:1]}
                for line in lines:
                    found.setdefault((line, node.name), []).append(node)
        return found

    def function(self, name, line, column=None):
        """The FunctionDef or Lambda of a function object, by its co_name, co_firstlineno and, if known, column.

        ConversionError if it isn't there, or if several lambdas share the line and the column is not known.
        """
        nodes = self._functions.get((line, name), [])
        if column is not None:
            nodes = [node for node in nodes if node.col_offset == column] or (nodes if name != "<lambda>" else [])
        if not nodes:
            raise ConversionError(f"the source of '{name}' can't be found: the file has changed", self.path, line)
        if len(nodes) > 1:
            raise ConversionError(
                f"several functions named '{name}' begin on this line: put each on a line of its own", self.path, line
            )
        return nodes[0]

    def block(self, line):
        """The statements of the with-block whose `with` stands on `line`; of the whole file if line is 0."""
        if line == 0:
            # No CPython has compiled the file yet: this finds what the parser lets pass, such as a `return` outside.
            _refusing(self.path, lambda: compile(self.tree, self.path, "exec", dont_inherit=True))
            return self.tree.body
        for node in ast.walk(self.tree):
            if isinstance(node, ast.With) and node.lineno == line:
                return node.body
        raise ConversionError("the with-block's source can't be found: the file has changed", self.path, line)


def _parse(text, path):
    return _refusing(path, lambda: ast.parse(text, path))


def _refusing(path, action):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they are the user's, and went to the user's own screen
            return action()
    except SyntaxError as error:
        column = max((error.offset or 1) - 1, 0)
        raise ConversionError(f"{type(error).__name__}: {error.msg}", path, error.lineno or 0, column) from None
    except ValueError as error:  # null bytes, lone surrogates
        raise ConversionError(f"the source can't be parsed: {error}", path) from None
    except (RecursionError, MemoryError):
        raise ConversionError("the source is nested too deeply", path) from None


def encode(roots, tree):
    """Writes the nodes `roots`, with all below them, into `tree`, an empty SyntaxTree."""
    order = []  # parents first; reversed, every child comes before its parent
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(child for child in ast.iter_child_nodes(node) if not _is_word(child))
    order.reverse()
    places = {id(node): place for place, node in enumerate(order, 1)}
    for node in order:
        _encode_node(node, tree.nodes.add(), places)
    tree.roots.extend(places[id(root)] for root in roots)


def _is_word(node):
    """Operators and contexts: nodes without fields or position, which CPython shares between trees."""
    return not node._fields and not node._attributes


def _encode_node(node, message, places):
    message.kind = type(node).__name__
    if "lineno" in node._attributes:
        message.line, message.column, message.end_line, message.end_column = (
            getattr(node, name) or 0 for name in POSITIONS
        )
    for name in node._fields:
        _encode_field(node, name, message.fields.add(), places)


def _encode_field(node, name, field, places):
    value = getattr(node, name, None)
    if isinstance(node, ast.Constant) and name == "value":
        _encode_constant(value, field.constant)
    elif value is None:
        field.absent = True
    elif isinstance(value, ast.AST):
        if _is_word(value):
            field.identifier = type(value).__name__
        else:
            field.node = places[id(value)]
    elif isinstance(value, str):
        field.identifier = value
    elif isinstance(value, int):
        field.number = value
    elif value and isinstance(value[0], str):
        field.names.names.extend(value)
    elif value and isinstance(value[0], ast.AST) and _is_word(value[0]):
        field.names.names.extend(type(word).__name__ for word in value)
    else:
        field.nodes.SetInParent()
        field.nodes.refs.extend(0 if item is None else places[id(item)] for item in value)


def _encode_constant(value, constant):
    kind = type(value)
    if value is None:
        constant.none = True
    elif kind is bool:
        constant.boolean = value
    elif kind is int:
        if -(2**63) <= value < 2**63:
            constant.small_int = value
        else:
            constant.big_int = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
    elif kind is float:
        constant.floating = value
    elif kind is str:
        constant.str = value.encode("utf-8", "surrogatepass")
    elif value is Ellipsis:
        constant.ellipsis = True
    else:
        constant.other = kind.__name__


def fill_program(program):
    """Parses the program's files and fills in the syntax of its functions and of its block, if it is one."""
    files = {}

    def file(index, line):
        if index >= len(program.graph.files):
            raise ConversionError(f"file {index} is not among the {len(program.graph.files)} files", "", line)
        if index not in files:
            source = program.graph.files[index]
            files[index] = File(source.text, source.path)
        return files[index]

    for item in program.graph.objects:
        if item.WhichOneof("kind") != "function":
            continue
        function = item.function
        column = function.column if function.has_column else None
        node = file(function.file, function.line).function(function.name, function.line, column)
        function.syntax.Clear()
        encode([node], function.syntax)
    if program.WhichOneof("entry") == "block":
        block = program.block
        statements = file(block.file, block.line).block(block.line)
        block.syntax.Clear()
        encode(statements, block.syntax)
