"""The source text of loaded code: from linecache, the command line, a shell's history, or a redirected stdin."""

import ast
import functools
import importlib.machinery
import linecache
import os
import sys
import time
import types

_HISTORY_LINES_MAX = 5000
_STATEMENT_LINES_MAX = 500


class SourceUnavailable(Exception):
    """The message says why there is no source, and names the way out."""


class Source:
    """One text that was compiled. Immutable; trees and code are made when first asked for.

    path: as tracebacks name it.
    """

    def __init__(self, path, text, mode="exec"):
        self.path = path
        self.text = text
        self._mode = mode

    @functools.cached_property
    def tree(self):
        """The ast.Module. Errors: SyntaxError."""
        return ast.parse(self.text, self.path)

    @functools.cached_property
    def _codes(self):
        try:
            module = compile(self.text, self.path, self._mode, dont_inherit=True)
        except (SyntaxError, ValueError):
            return []
        found, pending = [], [module]
        while pending:
            code = pending.pop()
            found.append(code)
            pending += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
        return found

    def contains(self, code):
        """Whether compiling this text gives that very code (same names, lines, constants and instructions)."""
        return any(candidate == code for candidate in self._codes)

    def line(self, number):
        lines = self._lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    @functools.cached_property
    def _lines(self):
        return self.text.splitlines(keepends=True)

    @functools.cached_property
    def class_lines(self):
        """{qualified name: [(first line with decorators, last line), ...]} of every class statement."""
        found = {}
        pending = [(node, "") for node in self.tree.body]
        while pending:
            node, prefix = pending.pop()
            if isinstance(node, ast.ClassDef):
                first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                found.setdefault(prefix + node.name, []).append((first, node.end_lineno))
                prefix += node.name + "."
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                prefix += node.name + ".<locals>."
            pending += [
                (child, prefix)
                for child in ast.iter_child_nodes(node)
                if isinstance(child, (ast.stmt, ast.excepthandler))
            ]
        return found

    @functools.cached_property
    def lambdas(self):
        """{line: [ast.Lambda, ...]}, in the order of the text."""
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Lambda):
                found.setdefault(node.lineno, []).append(node)
        for nodes in found.values():
            nodes.sort(key=lambda node: node.col_offset)
        return found


def source_of(code, module_globals=None):
    """The Source that holds `code`. Errors: SourceUnavailable."""
    path = code.co_filename
    if path == "<string>":
        return _command_line_source(code)
    if path in ("<stdin>", "<console>"):
        return _shell_source(code)
    if path == "<timed exec>":
        source = _timed_cell_source(module_globals)
        if source is not None:
            return source
    source = _cached_source(path, module_globals)
    if source is None:
        raise SourceUnavailable(
            f"its source text is not available (it was compiled as {path!r}); "
            f"define it in a file, a notebook cell or the interactive shell"
        )
    if _may_have_changed(path, module_globals) and not source.contains(code):
        linecache.checkcache(path)
        source = _cached_source(path, module_globals)
        if source is None or not source.contains(code):
            raise SourceUnavailable(f"{path} has changed since it was loaded; load it again, or restart the program")
    return source


def source_of_file(path, module_globals=None):
    """The Source of a whole file, or None if it can't be read."""
    return _cached_source(path, module_globals)


def lambda_column(source, code):
    """The column (UTF-8 bytes) of the lambda whose code this is, or None if that can't be told."""
    try:
        candidates = source.lambdas.get(code.co_firstlineno, ())
    except SyntaxError:
        return None
    if len(candidates) > 1:
        candidates = [node for node in candidates if _compiles_to(node, code, source.path)]
    # Lambdas that compile to the same code do the same: what they refer to is sent resolved.
    return candidates[0].col_offset if candidates else None


def class_line(source, cls):
    """The first line of the class statement, or 0 if it can't be told."""
    line = cls.__dict__.get("__firstlineno__")
    if line is not None:
        return line
    try:
        spans = source.class_lines.get(cls.__qualname__, [])
    except SyntaxError:
        return 0
    method_lines = [
        member.__code__.co_firstlineno
        for member in vars(cls).values()
        if isinstance(member, types.FunctionType) and member.__qualname__.startswith(cls.__qualname__ + ".")
    ]
    for first, last in spans:
        if method_lines and first <= method_lines[0] <= last:
            return first
    return spans[-1][0] if spans else 0


_sources = {}  # path -> (linecache's list of lines, Source)


def _cached_source(path, module_globals):
    # linecache asks the loader of these globals for any path that is no file: only its own module's is right.
    own = (module_globals or {}).get("__file__")
    is_own = own is not None and os.path.abspath(own) == os.path.abspath(path)
    lines = linecache.getlines(path, module_globals if is_own else None)
    if not lines:
        return None
    known = _sources.get(path)
    if known is None or known[0] is not lines:
        known = _sources[path] = (lines, Source(path, "".join(lines)))
    return known[1]


def _may_have_changed(path, module_globals):
    """Whether the file may have been written after this process has loaded it: then its code is compared.

    Code that a loader rewrites, as pytest's does, can't be compared.
    """
    loader = (module_globals or {}).get("__loader__")
    if loader is not None and type(loader) is not importlib.machinery.SourceFileLoader:
        return False
    entry = linecache.cache.get(path)
    if entry is None or len(entry) < 4 or entry[1] is None:
        return False
    try:
        modified = os.stat(entry[3]).st_mtime
    except OSError:
        return False
    return modified != entry[1] or modified >= _process_start()


@functools.lru_cache(maxsize=None)
def _process_start():
    """When this process started, in seconds since the epoch."""
    try:
        with open("/proc/self/stat", "rb") as stat, open("/proc/uptime", "rb") as uptime:
            ticks = int(stat.read().rpartition(b")")[2].split()[19])
            age_s = float(uptime.read().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        age_s = time.process_time()
    return time.time() - age_s


def _command_line_source(code):
    """`python -c TEXT`; the same file name is used by exec() and eval(), so the code is compared."""
    text = _command_line_text(sys.orig_argv)
    if text is not None:
        known = _sources.get("-c")
        if known is None or known[0] != text:
            known = _sources["-c"] = (text, Source("<string>", text))
        if known[1].contains(code):
            return known[1]
    raise SourceUnavailable(
        "its source text is not available: it was made by exec() or eval(); "
        "define it in a file, a notebook cell or the interactive shell"
    )


def _command_line_text(arguments):
    """The argument of -c, read as CPython reads its own command line."""
    arguments = arguments[1:]
    while arguments:
        argument = arguments.pop(0)
        if argument == "--check-hash-based-pycs":
            del arguments[:1]
        elif argument.startswith("--"):
            continue
        elif not argument.startswith("-") or argument == "-":
            return None
        for position, letter in enumerate(argument[1:], 2):
            if letter == "c":
                return argument[position:] or (arguments[0] if arguments else None)
            if letter == "m":
                return None
            if letter in "WX":
                if position == len(argument):
                    del arguments[:1]
                break
    return None


def _shell_source(code):
    """Typed into an interactive shell that keeps no source (CPython up to 3.12, code.interact), or read from stdin."""
    source = _typed_statement(code)
    if source is not None:
        return source
    if code.co_filename == "<stdin>" and not hasattr(sys, "ps1"):
        source = _redirected_stdin()
        if source is not None and source.contains(code):
            return source
        raise SourceUnavailable(
            "its source text is gone: Python reads this program from a pipe, and forgets what it has "
            "read; save the program to a file and run that: python FILE"
        )
    raise SourceUnavailable(
        "its source text is not available: this shell keeps none, and the readline history does not "
        "hold it; put the code into a file and import it, or use IPython or Python 3.13"
    )


def _redirected_stdin():
    """`python < FILE`: the file can be read again without disturbing the one reading it."""
    try:
        size = os.fstat(0).st_size
        text = os.pread(0, size, 0).decode("utf-8") if size and os.lseek(0, 0, os.SEEK_CUR) >= 0 else ""
    except (OSError, ValueError):
        return None
    known = _sources.get("<")
    if known is None or known[0] != text:
        known = _sources["<"] = (text, Source("<stdin>", text))
    return known[1]


_typed = {}  # code -> Source


def _typed_statement(code):
    """The statement of the readline history that compiles to `code` or contains it; the newest if there are several.

    Such a shell compiles each statement on its own, with lines from 1, so line `co_firstlineno` of the statement is a
    line of the history. Blank lines, which end a statement, and a line equal to the one before it are not in the
    history; a statement with the latter is not found.
    """
    if code in _typed:
        return _typed[code]
    readline = sys.modules.get("readline")
    if readline is None:
        return None
    length = readline.get_current_history_length()
    lines = [readline.get_history_item(index) or "" for index in range(max(1, length - _HISTORY_LINES_MAX), length + 1)]
    for start in range(len(lines) - 1, -1, -1):
        if not lines[start] or lines[start][0] in " \t)]}#":
            continue
        end = start + 1
        while end < len(lines) and end - start < _STATEMENT_LINES_MAX and _continues(lines[end], lines[end - 1]):
            end += 1
        for stop in range(end, start, -1):
            source = Source(code.co_filename, "\n".join(lines[start:stop]) + "\n", mode="single")
            if source.contains(code):
                _typed[code] = source
                return source
    return None


def _continues(line, previous):
    """Whether a line of the history can belong to the statement above it."""
    if previous.startswith("@"):
        return True
    words = line.split(None, 1)
    return not words or line[0] in " \t)]}#'\"" or words[0].rstrip(":") in ("else", "elif", "except", "finally")


def _timed_cell_source(module_globals):
    """IPython's %%time runs a cell's text under a name of its own; the cell is the last of its input history."""
    history = (module_globals or {}).get("_ih")
    if not history:
        return None
    try:
        tree = ast.parse(history[-1])
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "run_cell_magic"
            and len(node.args) == 3
            and isinstance(node.args[2], ast.Constant)
        ):
            return Source("<timed exec>", node.args[2].value)
    return None


def _compiles_to(node, code, path):
    """Whether this ast.Lambda compiles to `code`; its closure variables are made free by a function around it."""
    outer = ast.parse("def outer(): return None", path)
    function = outer.body[0]
    function.args.args = [ast.arg(arg=name, lineno=1, col_offset=0) for name in code.co_freevars]
    function.body[0].value = node
    ast.fix_missing_locations(outer)
    try:
        pending = [compile(outer, path, "exec", dont_inherit=True)]
    except (SyntaxError, ValueError):
        return False
    while pending:
        candidate = pending.pop()
        if candidate.co_name == "<lambda>":
            return _same_code(candidate, code)
        pending += [constant for constant in candidate.co_consts if isinstance(constant, types.CodeType)]
    return False


def _same_code(left, right):
    """Equality without the qualified name, which the function around it has changed."""
    if (
        left.co_code,
        left.co_names,
        left.co_varnames,
        left.co_freevars,
        left.co_cellvars,
        left.co_argcount,
        left.co_kwonlyargcount,
        left.co_posonlyargcount,
    ) != (
        right.co_code,
        right.co_names,
        right.co_varnames,
        right.co_freevars,
        right.co_cellvars,
        right.co_argcount,
        right.co_kwonlyargcount,
        right.co_posonlyargcount,
    ) or len(left.co_consts) != len(right.co_consts):
        return False
    for a, b in zip(left.co_consts, right.co_consts):
        if isinstance(a, types.CodeType) and isinstance(b, types.CodeType):
            if not _same_code(a, b):
                return False
        elif (type(a), repr(a)) != (type(b), repr(b)) and not _are_qualified_names(a, b):
            return False
    return True


def _are_qualified_names(a, b):
    """Up to Python 3.10 the qualified names of nested functions are constants."""
    return (
        isinstance(a, str)
        and isinstance(b, str)
        and ".<locals>." in a
        and ".<locals>." in b
        and a.rpartition(".")[2] == b.rpartition(".")[2]
    )
