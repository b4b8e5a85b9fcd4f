// Text of the typed syntax tree, for people and goldens. Nothing reads it back.
//
//   def f.<locals>.add(x) captures (total)
//     variables x
//     total@f += x
//
// Behind a function's parameters stands what it captures from the scopes around it, then come the variables
// of its own scope; behind those that nested functions use, how they get at them (ast::Capture). A name
// stands alone if it is a variable of the scope that the code stands in; behind '@' is where else it was
// found: the function whose scope it is, `block` or `class`, `object N` of the program, or `builtins` if
// nowhere. <N> is the function of a lambda or of a comprehension's elements, which follows the statement that
// it stands in.
#pragma once

#include <string>

#include "compiler/ast/ast.h"

namespace fora::ast {

std::string Print(const Unit& unit);
std::string Print(const Program& program);

}  // namespace fora::ast
