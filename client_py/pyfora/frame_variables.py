"""Reading and assigning the variables of a frame that is running."""

import ctypes
import sys

_OPTIMIZED = 0x1  # inspect.CO_OPTIMIZED: a function, whose variables live in slots and cells


def read(frame, names):
    """{name: value} of those names that mean something in the frame: its variables, globals or builtins."""
    code = frame.f_code
    local_values = frame.f_locals
    own = {*code.co_varnames, *code.co_cellvars, *code.co_freevars} if code.co_flags & _OPTIMIZED else ()
    found = {}
    for name in names:
        for scope in (local_values,) if name in own else (local_values, frame.f_globals, frame.f_builtins):
            if name in scope:
                found[name] = scope[name]
                break
    return found


def read_captured(frame, names):
    """{name: value} of those variables of the frame that nested functions share, or could, and that have a value."""
    code = frame.f_code
    captured = {*code.co_cellvars, *code.co_freevars}
    local_values = frame.f_locals
    return {name: local_values[name] for name in names if name in captured and name in local_values}


def assign(frame, values):
    """Assigns variables as code in the frame would: locals, closure cells, or globals where it declares them so."""
    code = frame.f_code
    if not code.co_flags & _OPTIMIZED:
        frame.f_locals.update(values)  # a module's or a class's own namespace
        return
    own = {*code.co_varnames, *code.co_cellvars, *code.co_freevars}
    local_values = frame.f_locals
    for name, value in values.items():
        if name in own:
            local_values[name] = value
        else:
            frame.f_globals[name] = value
    if sys.version_info < (3, 13):  # from 3.13 on f_locals writes through (PEP 667)
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
