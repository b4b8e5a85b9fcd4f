"""Writes Python modules as C++ arrays of compiled code, for CPython's table of frozen modules.

    freeze_modules.py OUTPUT.cc MODULE=FILE...      a FILE of "-" is an empty package
"""

import marshal
import sys


def main(output, *modules):
    rows = []
    with open(output, "w", encoding="ascii") as out:
        out.write('#include "cluster/gateway/frozen_modules.h"\n\nnamespace fora::gateway {\nnamespace {\n')
        for index, module in enumerate(modules):
            name, _, path = module.partition("=")
            source = "" if path == "-" else open(path, encoding="utf-8").read()
            code = marshal.dumps(compile(source, f"<{name}>", "exec", dont_inherit=True, optimize=0))
            out.write(f"const unsigned char code{index}[] = {{{','.join(map(str, code))}}};\n")
            rows.append(f'    {{"{name}", code{index}, sizeof code{index}, {"true" if path == "-" else "false"}}},\n')
        out.write("const FrozenModule modules[] = {\n" + "".join(rows) + "};\n}  // namespace\n\n")
        out.write("std::span<const FrozenModule> FrozenModules() { return modules; }\n\n}  // namespace fora::gateway\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
