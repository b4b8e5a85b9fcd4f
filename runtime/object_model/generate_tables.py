#!/usr/bin/env python3
"""Writes the tables that CPython 3.11 itself answers best, beside this file; run it with that version.

non_printable.inc       ranges of code points for which str.isprintable is false
builtin_attributes.inc  the attributes that each builtin class defines itself, so that one that we don't have is
                        reported as unsupported and not as an AttributeError
"""

import pathlib
import re
import sys
import types

HERE = pathlib.Path(__file__).parent


def non_printable():
    ranges = []
    for c in range(sys.maxunicode + 1):
        if chr(c).isprintable():
            continue
        if ranges and ranges[-1][1] == c - 1:
            ranges[-1][1] = c
        else:
            ranges.append([c, c])
    lines = [", ".join(f"{{{a:#x}, {b:#x}}}" for a, b in ranges[i : i + 6]) for i in range(0, len(ranges), 6)]
    return "// Written by generate_tables.py.\n" + "".join(line + ",\n" for line in lines)


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
    out = "// Written by generate_tables.py.\n"
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
    assert sys.version_info[:2] == (3, 11), "the tables are those of CPython 3.11"
    (HERE / "non_printable.inc").write_text(non_printable())
    (HERE / "builtin_attributes.inc").write_text(builtin_attributes())
