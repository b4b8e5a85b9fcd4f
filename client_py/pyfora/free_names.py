"""Which outer names a piece of code may read."""

import dis
import functools
import types

_READS = frozenset({"LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS"})


@functools.lru_cache(maxsize=4096)
def global_reads(code):
    """Names that `code`, or code nested in it, looks up in its globals and builtins, in the order of their appearance.

    Names of attributes, and names that are only assigned, are not among them. Closure variables aren't either: they
    are `code.co_freevars`.
    """
    names = {}
    pending = [code]
    while pending:
        current = pending.pop()
        for instruction in dis.get_instructions(current):
            if instruction.opname in _READS:
                names[instruction.argval] = None
        pending += [constant for constant in reversed(current.co_consts) if isinstance(constant, types.CodeType)]
    return tuple(names)
