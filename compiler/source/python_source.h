// Programs of Python text, for tests: CPython's own `ast` reads it, in a child process.
//
// REQUIRES: /usr/bin/python3, and text that it accepts; otherwise the test ends.
#pragma once

#include <string>
#include <vector>

#include "compiler/source/source.h"

namespace fora::source {

// The text's statements as one block, which refers to no object. results: see Block.
Program BlockOf(const std::string& text, std::vector<std::string> results = {});

// The text's functions as objects of their own, each of which may refer to all by name, in their order; the
// entry calls the last one without arguments. REQUIRES: the text is plain `def` statements.
Program FunctionsOf(const std::string& text);

}  // namespace fora::source
