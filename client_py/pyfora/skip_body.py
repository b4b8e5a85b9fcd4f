"""Leaves a with-block before its first instruction: CPython never executes the body.

Python has no such thing, but it lets a tracer raise. A private exception, raised at the first instruction after
__enter__ has returned, is inside the block, so __exit__ receives it and swallows it. The instruction is traced, not the
line, because `with x: y = 1` has only one. From Python 3.12 on this goes through sys.monitoring, which other tracers
don't notice; before, through sys.settrace, and the tracer that was there (a debugger, coverage) is put back.
"""

import sys
import threading

from pyfora.Exceptions import PyforaError


class BodySkipped(BaseException):
    """Raised in place of a with-block's body; __exit__ swallows it."""


def skip_body(frame):
    """Arms the frame: its next instruction raises BodySkipped. Call as the last thing in __enter__.

    Returns what __exit__ must call to put everything back.
    Errors: PyforaError if this thread can't be traced now, as inside of a debugger's own evaluation.
    """
    if hasattr(sys, "monitoring"):
        restore = _skip_by_monitoring(frame)
        if restore is not None:
            return restore
    return _skip_by_tracing(frame)


_UNTRACEABLE = (
    "the with-block can't be extracted here, because Python doesn't trace code that a tracer runs, such as a "
    "debugger's console; use executor.submit() instead"
)


# ---- sys.settrace ----


def _skip_by_tracing(frame):
    tracer = sys.gettrace()
    seen = []
    sys.settrace(lambda *event: seen.append(event))
    _probe()
    if not seen:
        sys.settrace(tracer)
        raise PyforaError(_UNTRACEABLE)
    before = frame.f_trace, frame.f_trace_opcodes, frame.f_trace_lines

    def restore():
        frame.f_trace, frame.f_trace_opcodes, frame.f_trace_lines = before
        sys.settrace(tracer)

    def leave(*event):
        raise BodySkipped

    frame.f_trace = leave
    frame.f_trace_opcodes = True
    sys.settrace(_trace_nothing_new)
    return restore


def _trace_nothing_new(frame, event, argument):
    return None


def _probe():
    pass


# ---- sys.monitoring ----

_TOOLS = (4, 3, 5, 1, 2, 0)  # those that PEP 669 leaves unnamed first
_NAME = "pyfora"
_lock = threading.RLock()  # a finalizer may run in a frame that is armed
_armed = {}  # id of a frame -> (frame, list that becomes non-empty when it was hit)
_tool = None  # our tool's id while anything is armed


def _skip_by_monitoring(frame):
    global _tool
    monitoring = sys.monitoring
    with _lock:
        if not _armed:
            _tool = next((tool for tool in _TOOLS if monitoring.get_tool(tool) is None), None)
            if _tool is None:
                return None
            monitoring.use_tool_id(_tool, _NAME)
            monitoring.register_callback(_tool, monitoring.events.INSTRUCTION, _on_instruction)
        tool = _tool
        seen = []
        _armed[id(seen)] = (None, seen)  # keeps the tool while this thread probes
    hits = _probe_hits
    monitoring.set_local_events(tool, _probe.__code__, monitoring.events.INSTRUCTION)
    before = hits.count = getattr(hits, "count", 0)
    _probe()
    _probe()  # another tool may rewrite the code during the first call
    traceable = hits.count > before
    with _lock:
        del _armed[id(seen)]
        if traceable:
            _armed[id(frame)] = (frame, seen)
            monitoring.set_local_events(tool, frame.f_code, monitoring.events.INSTRUCTION)
        _release_tool()
    if not traceable:
        raise PyforaError(_UNTRACEABLE)

    def restore():
        with _lock:
            _disarm(frame)
            _release_tool()

    return restore


_probe_hits = threading.local()


def _on_instruction(code, offset):
    if code is _probe.__code__:
        _probe_hits.count = getattr(_probe_hits, "count", 0) + 1
        return
    frame = sys._getframe(1)
    if id(frame) in _armed:
        with _lock:
            if not _disarm(frame):
                return
        raise BodySkipped


def _disarm(frame):
    """REQUIRES: _lock. Returns whether it was armed."""
    if _armed.pop(id(frame), None) is None:
        return False
    code = frame.f_code
    if not any(other is not None and other.f_code is code for other, _ in _armed.values()):
        sys.monitoring.set_local_events(_tool, code, 0)
    return True


def _release_tool():
    """REQUIRES: _lock."""
    global _tool
    if not _armed and _tool is not None:
        sys.monitoring.set_local_events(_tool, _probe.__code__, 0)
        sys.monitoring.register_callback(_tool, sys.monitoring.events.INSTRUCTION, None)
        sys.monitoring.free_tool_id(_tool)
        _tool = None
