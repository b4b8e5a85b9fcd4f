"""Everything that pyfora raises."""

import itertools

_EQUAL_FRAMES_MAX = 3  # as in CPython's own tracebacks

__all__ = [
    "ComputationError",
    "ConnectionError",
    "ForaToPythonConversionError",
    "InvalidPyforaOperation",
    "NotCallableError",
    "PyforaError",
    "PyforaNotImplementedError",
    "PythonToForaConversionError",
    "ResultExceededBytecountThreshold",
]


class PyforaError(Exception):
    """Base class of all pyfora exceptions."""


class ConnectionError(PyforaError):
    """A connection to the cluster can't be made, or was lost."""


class NotCallableError(PyforaError):
    """An attempt to call an object that can't be called."""


class ComputationError(PyforaError):
    """A remote computation raised an exception.

    remoteException: that exception, an instance of the class that the code raised; also this error's __cause__.
    trace: where it was raised, outermost call first: [{'path': str, 'line': int}, ...].
    """

    def __init__(self, remoteException, trace=None, frames=None):
        super().__init__(remoteException, trace)
        self.remoteException = remoteException
        self.trace = trace
        self._frames = frames if frames is not None else (trace or [])

    def __str__(self):
        name = type(self.remoteException).__qualname__
        message = str(self.remoteException)
        lines = [f"{name}: {message}" if message else name]
        if self._frames:
            lines.append("Remote traceback (most recent call last):")
            lines += _told(self._frames, lambda frame: [_location(frame), *_excerpt(frame)])
        return "\n".join(lines)


class PythonToForaConversionError(PyforaError):
    """A Python object or piece of code that can't be sent to the cluster.

    message: what it is and why.
    trace: where it is, outermost call first: [{'path': str, 'line': int}, ...], or None.
    """

    def __init__(self, message, trace=None, frames=None):
        super().__init__(message, trace)
        self.message = message
        self.trace = trace
        self._frames = frames if frames is not None else (trace or [])

    def __str__(self):
        return "\n".join([str(self.message), *locations(self._frames)])


class ForaToPythonConversionError(PyforaError):
    """A remote object that can't be made into a local one."""


class PyforaNotImplementedError(PyforaError):
    """A feature that isn't implemented yet."""


class InvalidPyforaOperation(PyforaError):
    """A running computation did something that can't be executed faithfully, such as changing a shared list."""


class ResultExceededBytecountThreshold(PyforaError):
    """A remote object larger than the size allowed for its download."""


def locations(frames):
    """Lines of text: where each frame is, with its source line and what it is about underlined."""
    return _told(frames, lambda frame: [f"  {frame['path']}:{frame['line']}", *_excerpt(frame, underline=True)])


def _told(frames, lines_of):
    """The lines of each frame; of equal ones in a row, as a recursion leaves them, only the first three."""
    lines = []
    for _, group in itertools.groupby(frames, lambda frame: (frame["path"], frame["line"], frame.get("function"))):
        group = list(group)
        for frame in group[:_EQUAL_FRAMES_MAX]:
            lines += lines_of(frame)
        rest = len(group) - _EQUAL_FRAMES_MAX
        if rest > 0:
            lines.append(f"  [Previous line repeated {rest} more time{'s' if rest > 1 else ''}]")
    return lines


def _location(frame):
    text = f'  File "{frame["path"]}", line {frame["line"]}'
    return text + (f", in {frame['function']}" if frame.get("function") else "")


def _excerpt(frame, underline=False):
    """The frame's source line, and carets below it where its columns (UTF-8 bytes, as in `ast`) are known."""
    line = frame.get("source")
    if line is None:
        import linecache

        line = linecache.getline(frame["path"], frame["line"])
    line = line.rstrip("\n")
    stripped = line.strip()
    if not stripped:
        return []
    excerpt = ["    " + stripped]
    indent = len(line) - len(line.lstrip())
    start, end = indent, indent + len(stripped)
    column, end_column = frame.get("column"), frame.get("end_column")
    if column is not None:
        encoded = line.encode("utf-8", "surrogatepass")
        start = max(indent, len(encoded[:column].decode("utf-8", "replace")))
        if end_column is not None and end_column > column:
            end = min(end, max(start + 1, len(encoded[:end_column].decode("utf-8", "replace"))))
        underline = underline or (start, end) != (indent, indent + len(stripped))
    if underline:
        excerpt.append("    " + " " * (start - indent) + "^" * max(1, end - start))
    return excerpt


for _name in __all__:  # tracebacks name them as users do: pyfora.ComputationError
    globals()[_name].__module__ = "pyfora"
