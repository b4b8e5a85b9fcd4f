"""The names by which builtins, and members of the supported modules, travel: "len", "ValueError", "math.sin"."""

import builtins
import functools
import math
import types

SUPPORTED_MODULES = {"math": math}

# Types that have no name in `builtins`; they travel under the one that `type(x).__name__` gives.
_UNNAMED_TYPES = (
    types.FunctionType,
    types.MethodType,
    types.BuiltinFunctionType,
    types.ModuleType,
    types.GeneratorType,
    type(None),
    type(...),
    type(NotImplemented),
)


@functools.lru_cache(maxsize=None)
def _tables():
    by_name = dict(vars(builtins))
    for kind in _UNNAMED_TYPES:
        by_name.setdefault(kind.__name__, kind)
    for module_name, module in SUPPORTED_MODULES.items():
        by_name.update(
            {
                f"{module_name}.{name}": member
                for name, member in vars(module).items()
                if isinstance(member, types.BuiltinFunctionType)
            }
        )
    names = {}
    for name, value in by_name.items():  # IOError is OSError: the first name, which is the class's own, wins
        if not isinstance(
            value, (bool, int, float, str, tuple, types.ModuleType, type(None), type(...), type(NotImplemented))
        ):
            if id(value) not in names or getattr(value, "__name__", None) == name:
                names[id(value)] = name
    return by_name, names


def name_of(value):
    """The builtin's name, or None if it is not one."""
    by_name, names = _tables()
    name = names.get(id(value))
    return name if name is not None and by_name[name] is value else None


def value_of(name):
    """The builtin of that name. Errors: KeyError."""
    return _tables()[0][name]
