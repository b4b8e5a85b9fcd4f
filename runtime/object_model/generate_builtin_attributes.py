#!/usr/bin/env python3
"""Writes builtin_attributes.inc beside this file: the attributes that each builtin class defines itself.

An attribute that CPython has and we don't is reported as unsupported and not as an AttributeError. Run it with the
version of Python whose classes we follow, 3.11.
"""

import pathlib
import re
import sys
import types

HERE = pathlib.Path(__file__).parent


def samples():
    """One class per row of builtin_classes.def, by the name of its id."""

    class Sequence:
        def __getitem__(self, i):
            return i

    cell = (lambda x: lambda: x)(1).__closure__[0]
    objects = {
        "NoneType": None, "NotImplementedType": NotImplemented, "EllipsisType": ..., "Function": samples,
        "Method": Sequence().__getitem__, "BuiltinFunction": len, "Module": types, "Cell": cell,
        "Generator": (x for x in ()), "ListIterator": iter([]), "ListReverseIterator": reversed([]),
        "TupleIterator": iter(()), "StrIterator": iter("é"), "StrAsciiIterator": iter("a"),
        "RangeIterator": iter(range(1)), "LongRangeIterator": iter(range(10**30)), "DictKeyIterator": iter({}),
        "SequenceIterator": iter(Sequence()),
    }
    return {name: type(o) for name, o in objects.items()}


def builtin_attributes():
    import builtins

    hidden = samples()
    out = "// Written by generate_builtin_attributes.py.\n"
    for row in re.findall(r'FORA_CLASS\(k(\w+), "(\w+)"', (HERE / "builtin_classes.def").read_text()):
        c = hidden[row[0]] if row[0] in hidden else getattr(builtins, row[1])
        assert c.__name__ == row[1], row
        words = sorted(vars(c))
        out += f"{{BuiltinClass::k{row[0]},\n"
        line = ' "'
        for word in words:
            if len(line) + len(word) > 112:
                out += line + '"\n'
                line = ' "'
            line += " " + word
        out += line + ' "},\n'
    return out


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 11), "the table is that of CPython 3.11"
    (HERE / "builtin_attributes.inc").write_text(builtin_attributes())
