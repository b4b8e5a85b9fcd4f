// parse: CPython's syntax trees become the typed tree of compiler/ast, with every name resolved and every
// closure's captures decided.
#pragma once

#include <string>
#include <vector>

#include "compiler/ast/ast.h"
#include "compiler/source/source.h"

namespace fora::parse {

// A construct that is not supported, and where it stands.
struct Diagnostic {
  std::string message;  // "'with' statements are not supported"
  source::Span span;
};

struct Parsed {
  ast::Program program;
  // Constructs in code that the entry refers to by name, directly or through other functions; in the order of
  // the program's objects. Methods may never be called, so theirs are not here: they stay in the tree as
  // Unsupported, and stop the run if they are reached.
  std::vector<Diagnostic> diagnostics;
};

// `program` must outlive the result. Total: malformed trees give diagnostics.
Parsed Parse(const source::Program& program);

}  // namespace fora::parse
