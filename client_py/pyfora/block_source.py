"""The source of a with-block that is being entered: which statement it is, what it may read and what it must not do."""

import ast
import dis

from pyfora import source_text
from pyfora.Exceptions import PythonToForaConversionError
from pyfora.free_names import global_reads


class BlockSource:
    """A with statement: `source` (source_text.Source), `line` of its `with`, `node` (ast.With), and `target`, the name
    after `as`, or None."""

    def __init__(self, source, node):
        self.source = source
        self.node = node
        self.line = node.lineno
        target = node.items[-1].optional_vars
        self.target = target.id if isinstance(target, ast.Name) else None


def block_of(frame):
    """The with statement that the frame is entering by its last item. Errors: PythonToForaConversionError."""
    code, line = frame.f_code, frame.f_lineno
    try:
        source = source_text.source_of(code, frame.f_globals)
    except source_text.SourceUnavailable as error:
        raise PythonToForaConversionError(
            f"the with-block can't be sent to the cluster: {error}", [{"path": code.co_filename, "line": line}]
        ) from None
    try:
        tree = source.tree
    except SyntaxError as error:
        raise PythonToForaConversionError(f"{source.path} has changed since it was loaded: {error}") from None
    node = _with_at(tree, line)
    if node is None:
        raise _error(
            "a `remotely` executor can only be entered by a with statement, whose body it sends to the cluster",
            source,
            line=line,
        )
    if _item_being_entered(frame, node) != len(node.items) - 1:
        raise _error(
            "`remotely` must be the last item of its with statement, because what follows it runs on the cluster",
            source,
            node.items[-1].context_expr,
        )
    block = BlockSource(source, node)
    _refuse_jumps(block)
    return block


def names_read(block):
    """Names from outside that the body may read: not those that it has certainly assigned before.

    Errors: PythonToForaConversionError for what Python itself refuses.
    """
    reads = {}
    _Flow(block, reads).statements(block.node.body, set())
    return list(reads)


def _with_at(tree, line):
    for node in ast.walk(tree):
        if isinstance(node, ast.With) and node.lineno <= line <= node.items[-1].context_expr.end_lineno:
            return node
    return None


def _item_being_entered(frame, node):
    """The index of the item. The compiler emits one entering instruction for each, in order, each time it compiles the
    statement (the body of a `finally` is compiled more than once)."""
    if len(node.items) == 1:
        return 0
    last_line = node.items[-1].context_expr.end_lineno
    line, entering = None, []
    for instruction in dis.get_instructions(frame.f_code):
        position = getattr(instruction, "positions", None)
        if position is not None and position.lineno is not None:
            line = position.lineno
        elif instruction.starts_line is not None and instruction.starts_line is not True:
            line = instruction.starts_line
        if (
            instruction.opname in ("SETUP_WITH", "BEFORE_WITH")
            and line is not None
            and node.lineno <= line <= last_line
        ):
            entering.append(instruction.offset)
    if frame.f_lasti not in entering:
        return len(node.items) - 1
    return entering.index(frame.f_lasti) % len(node.items)


_JUMPS = {
    ast.Return: "return",
    ast.Yield: "yield",
    ast.YieldFrom: "yield from",
    ast.Await: "await",
    ast.AsyncFor: "async for",
    ast.AsyncWith: "async with",
    ast.Break: "break",
    ast.Continue: "continue",
}


def _refuse_jumps(block):
    """Nothing may leave the body but by its end or an exception: it runs elsewhere."""
    pending = [(statement, False) for statement in reversed(block.node.body)]
    while pending:
        node, in_loop = pending.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            continue
        if type(node) in _JUMPS and not (in_loop and isinstance(node, (ast.Break, ast.Continue))):
            raise _error(
                f"`{_JUMPS[type(node)]}` can't leave a with-block that runs on the cluster", block.source, node
            )
        if isinstance(node, (ast.For, ast.While)):
            pending += [(child, True) for child in node.body]
            rest = [child for child in ast.iter_child_nodes(node) if child not in node.body]
            pending += [(child, in_loop) for child in rest]
        else:
            pending += [(child, in_loop) for child in ast.iter_child_nodes(node)]


class _Flow:
    """Walks statements in the order of execution with the names certainly assigned so far.

    What a simple statement reads is asked of the compiler, which knows scopes: it is compiled on its own.
    """

    def __init__(self, block, reads):
        self._block = block
        self._reads = reads

    def statements(self, nodes, assigned):
        """Changes `assigned` to what is certainly assigned afterwards; returns it."""
        for node in nodes:
            self._statement(node, assigned)
        return assigned

    def _statement(self, node, assigned):
        if isinstance(node, ast.If):
            self._expression(node.test, assigned)
            then = self.statements(node.body, set(assigned))
            assigned |= then & self.statements(node.orelse, set(assigned))
        elif isinstance(node, ast.For):
            self._expression(node.iter, assigned)
            inside = set(assigned)
            self._target(node.target, inside)
            self.statements(node.body, inside)
            self.statements(node.orelse, set(assigned))
        elif isinstance(node, ast.While):
            self._expression(node.test, assigned)
            self.statements(node.body, set(assigned))
            self.statements(node.orelse, set(assigned))
        elif isinstance(node, ast.Try):
            inside = self.statements(node.body, set(assigned))
            for handler in node.handlers:
                if handler.type is not None:
                    self._expression(handler.type, assigned)
                self.statements(handler.body, assigned | ({handler.name} if handler.name else set()))
            self.statements(node.orelse, inside)
            self.statements(node.finalbody, assigned)
        elif isinstance(node, ast.With):
            for item in node.items:
                self._expression(item.context_expr, assigned)
                if item.optional_vars is not None:
                    self._target(item.optional_vars, assigned)
            self.statements(node.body, assigned)
        else:
            self._note(node, assigned)
            if (
                isinstance(node, ast.Assign)
                or isinstance(node, (ast.AnnAssign, ast.AugAssign))
                and node.value is not None
            ):
                for target in node.targets if isinstance(node, ast.Assign) else (node.target,):
                    assigned |= _names_stored(target)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                assigned.add(node.name)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                assigned |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            elif isinstance(node, ast.Delete):
                assigned -= {target.id for target in node.targets if isinstance(target, ast.Name)}

    def _expression(self, node, assigned):
        self._note(ast.copy_location(ast.Expr(node), node), assigned)

    def _target(self, node, assigned):
        self._note(ast.copy_location(ast.Assign([node], ast.copy_location(ast.Constant(None), node)), node), assigned)
        assigned |= _names_stored(node)

    def _note(self, statement, assigned):
        if isinstance(statement, (ast.Nonlocal, ast.Break, ast.Continue)):
            return  # means nothing on its own, and reads nothing
        source = self._block.source
        if isinstance(statement, (ast.Match, getattr(ast, "TryStar", ast.Match))):
            statement = ast.copy_location(
                ast.While(ast.copy_location(ast.Constant(True), statement), [statement], []), statement
            )
        try:
            code = compile(ast.Module([statement], []), source.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, TypeError) as error:
            raise _error(f"Python refuses this code: {error}", source, statement) from None
        for name in global_reads(code):
            if name not in assigned:
                self._reads[name] = None


def _names_stored(target):
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _error(message, source, node=None, line=None):
    frame = {"path": source.path, "line": line or node.lineno, "source": source.line(line or node.lineno)}
    if node is not None:
        frame["column"] = node.col_offset
        frame["end_column"] = node.end_col_offset if node.end_lineno == node.lineno else None
    return PythonToForaConversionError(message, [{"path": frame["path"], "line": frame["line"]}], [frame])
