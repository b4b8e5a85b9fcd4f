"""What this client has sent of functions and classes, so that those that come back become the same local ones."""

import ast
import threading
import types
import weakref

_PER_PLACE_MAX = 64  # closures of one `def`: the newest are kept


class SentDefinitions:
    """The definitions sent by one executor. Thread safety: every method may be called from any thread."""

    def __init__(self):
        self._lock = threading.Lock()
        self._classes = {}  # (path, line, qualified name) -> class
        self._functions = {}  # (path, line, is a lambda) -> [weak references to functions], newest last
        self._codes = {}  # (path, line, is a lambda) -> {code: (globals, column or None)}, newest last
        self._around = {}  # code -> the code that it stands in
        self._texts = {}  # path -> texts sent under it, newest last; several if it names no file, such as <stdin>

    def note_text(self, path, text):
        with self._lock:
            known = self._texts.setdefault(path, [])
            if not path.startswith("<"):
                known.clear()
            elif text in known:
                known.remove(text)
            known.append(text)
            del known[:-_PER_PLACE_MAX]

    def line(self, path, number, function):
        """A line of the text that was sent with that function (`<module>` for a with-block) there, or None."""
        with self._lock:
            known = list(reversed(self._texts.get(path, ())))
        if len(known) > 1:
            known = [text for text in known if _holds(text, number, function)] or known
        lines = known[0].splitlines() if known else ()
        return lines[number - 1] if 0 < number <= len(lines) else None

    def note_class(self, cls, path, line):
        with self._lock:
            self._classes[path, line, cls.__qualname__] = cls

    def note_function(self, function, column=None):
        code = function.__code__
        with self._lock:
            known = self._functions.setdefault(_place(code), [])
            if not any(reference() is function for reference in known):
                known.append(weakref.ref(function))
                if len(known) > _PER_PLACE_MAX:
                    known[:] = [reference for reference in known if reference() is not None][-_PER_PLACE_MAX:]
        self.note_code(code, function.__globals__, column)

    def note_code(self, code, module_globals, column=None):
        """`code` and all code nested in it: the functions that running it would make."""
        with self._lock:
            known = self._codes.setdefault(_place(code), {})
            if code in known:
                if column is not None:
                    known[code] = (module_globals, column)
                return
            pending = [code]
            while pending:
                current = pending.pop()
                self._codes.setdefault(_place(current), {})[current] = (
                    module_globals,
                    column if current is code else None,
                )
                inner = [constant for constant in current.co_consts if isinstance(constant, types.CodeType)]
                self._around.update(dict.fromkeys(inner, current))
                pending += inner

    def closes_over(self, code, variable, outer):
        """Whether the free variable of `code` is, as seen from the code `outer` around it, that one's variable, and not
        one of a function between them."""
        with self._lock:
            while (code := self._around.get(code)) is not None:
                if code == outer:
                    return True
                if variable in code.co_cellvars:
                    return False
        return False

    def class_at(self, path, line, qualname):
        """The class, or None."""
        with self._lock:
            return self._classes.get((path, line, qualname))

    def functions_at(self, path, line, is_lambda):
        """The living functions defined there that were sent, newest first."""
        with self._lock:
            known = self._functions.get((path, line, is_lambda), ())
            return [function for function in (reference() for reference in reversed(known)) if function is not None]

    def codes_at(self, path, line, is_lambda):
        """[(code, globals, column or None), ...] of what is defined there, newest first."""
        with self._lock:
            known = self._codes.get((path, line, is_lambda), {})
            return [(code, *rest) for code, rest in reversed(known.items())]


def _holds(text, number, function):
    """Whether a line of the text is in a function of that name, or in a with-block if it is `<module>`."""
    try:
        nodes = ast.walk(ast.parse(text))
    except SyntaxError:
        return False
    kind = {"<module>": ast.With, "<lambda>": ast.Lambda}.get(function, (ast.FunctionDef, ast.AsyncFunctionDef))
    return any(
        isinstance(node, kind)
        and node.lineno <= number <= node.end_lineno
        and getattr(node, "name", function) == function
        for node in nodes
    )


def _place(code):
    return code.co_filename, code.co_firstlineno, code.co_name == "<lambda>"
